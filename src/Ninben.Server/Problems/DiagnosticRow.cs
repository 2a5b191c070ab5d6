using Ninben.Feel;

namespace Ninben.Server.Problems;

/// <summary>What is wrong with a model or an expression.</summary>
public sealed record DiagnosticRow(string Code, DiagnosticSeverity Severity, string Message, int Line, int Column, string? Element = null,
    string? Hint = null, string? Source = null)
{
    /// <summary>As the API shows it.</summary>
    public static DiagnosticRow From(Diagnostic diagnostic) => new(diagnostic.Code, diagnostic.Severity, diagnostic.Message, diagnostic.Location.Line,
        diagnostic.Location.Column, diagnostic.Location.Element, diagnostic.Hint, diagnostic.Location.Source);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticRow> From(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(From)];
}
