namespace Ninben.Oversight.Proposals;

/// <summary>A code for rules and a sentence for people, which a person can check.</summary>
/// <param name="Code">Kebab case, e.g. <c>two-dates</c>.</param>
/// <param name="Text">One plain sentence without jargon.</param>
public sealed record Reason(string Code, string Text);
