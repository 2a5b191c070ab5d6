namespace Ninben.Bpmn.Cases.Migrations;

/// <summary>One reason against a migration.</summary>
/// <param name="Code">Kebab case, e.g. <c>no-such-element</c>.</param>
/// <param name="Element">The element concerned, or null.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
public sealed record MigrationProblem(string Code, string? Element, string Message);
