namespace Ninben.Feel;

/// <summary>One finding about a faulty model or expression: a stable code, a sentence, the place, and if known a way to mend it.</summary>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, SourceLocation Location, string? Hint = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Severity} {Code}: {Message}";
}
