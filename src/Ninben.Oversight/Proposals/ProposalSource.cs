namespace Ninben.Oversight.Proposals;

/// <summary>Who proposed: the connector, the model and its version, and the hash of the prompt where there was one.</summary>
public sealed record ProposalSource(string Connector, string Model, string Version, string? PromptHash = null);
