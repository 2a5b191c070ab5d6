namespace Ninben.Server.Live;

/// <summary>Something happened: what to look at again. Never the content itself.</summary>
internal sealed record LiveEvent(long Position, string? Case = null, string? Type = null, string? Review = null);
