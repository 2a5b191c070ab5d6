using Ninben.Feel;

namespace Ninben.Runtime.Messages;

/// <summary>A message that nobody waited for yet.</summary>
/// <param name="Id">Its identity; the same message is received once.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its correlation key, or null.</param>
/// <param name="Payload">What it carries.</param>
/// <param name="Until">From then on it is forgotten.</param>
public sealed record KeptMessage(string Id, string Name, string? Key, FeelValue Payload, DateTimeOffset Until);
