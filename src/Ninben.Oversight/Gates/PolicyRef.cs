namespace Ninben.Oversight.Gates;

/// <summary>The exact version of the decision that judged: DMN decision id, deployed version, SHA-256 of the model's bytes.</summary>
public sealed record PolicyRef(string Decision, int Version, string Hash);
