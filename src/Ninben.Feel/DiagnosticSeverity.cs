namespace Ninben.Feel;

/// <summary>How grave a <see cref="Diagnostic"/> is: an error blocks deployment, a warning does not.</summary>
public enum DiagnosticSeverity
{
    Error,
    Warning,
    Information,
}
