using Ninben.Feel;

namespace Ninben.Bpmn;

/// <summary>One rule that models are checked against when they are read.</summary>
/// <param name="Code">Code of its diagnostics, in kebab case.</param>
/// <param name="Severity">An error stops a deployment, a warning does not.</param>
/// <param name="Summary">What must hold, in one sentence.</param>
/// <param name="Hint">What to do about a finding.</param>
/// <param name="Clause">Clause of BPMN 2.0 (ISO/IEC 19510) with its title; null for a rule of Ninben's own.</param>
public sealed record ModelRule(string Code, DiagnosticSeverity Severity, string Summary, string Hint, string? Clause)
{
    internal static ModelRule Error(string code, string summary, string hint, string? clause = null) =>
        new(code, DiagnosticSeverity.Error, summary, hint, clause);

    internal static ModelRule Warning(string code, string summary, string hint, string? clause = null) =>
        new(code, DiagnosticSeverity.Warning, summary, hint, clause);
}
