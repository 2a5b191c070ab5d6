namespace Ninben.Runtime.Streams;

/// <summary>Which facts an auditor asks for, newest first. <c>Type</c> matches a wire name or a prefix ending in a dot, e.g. <c>verdict.</c>.</summary>
public sealed record FactQuery(string? Case, string? Actor, string? Type, DateTimeOffset? From, DateTimeOffset? To, string? After, int Limit);
