namespace Ninben.Server.Histories;

/// <summary>What happened, in plain words, with an optional second line and the element that it happened at.</summary>
internal sealed record Sentence(string Title, string? Detail = null, int? Instance = null);
