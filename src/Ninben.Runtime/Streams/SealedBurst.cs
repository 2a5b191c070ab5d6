using System.Collections.Immutable;
using Ninben.Oversight.Facts;

namespace Ninben.Runtime.Streams;

/// <summary>The facts of one burst with the exact bytes that are hashed and stored.</summary>
/// <param name="Facts">In order.</param>
/// <param name="Types">Wire names, one per fact.</param>
/// <param name="Bodies">A JSON array of the facts' JSON, without white space.</param>
/// <param name="Hashes">32 bytes per fact, see <c>Audit/FactHash.cs</c>.</param>
public sealed record SealedBurst(ImmutableArray<Fact> Facts, ImmutableArray<string> Types, ReadOnlyMemory<byte> Bodies, ReadOnlyMemory<byte> Hashes)
{
    /// <summary>No facts.</summary>
    public static SealedBurst Empty { get; } = new([], [], "[]"u8.ToArray(), ReadOnlyMemory<byte>.Empty);

    /// <summary>Hash of the last fact, or empty.</summary>
    public ReadOnlyMemory<byte> Head => Hashes.IsEmpty ? Hashes : Hashes[^32..];
}
