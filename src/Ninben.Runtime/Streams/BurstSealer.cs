using System.Buffers;
using System.Collections.Immutable;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;

namespace Ninben.Runtime.Streams;

/// <summary>Turns decided facts into the bytes that are stored: writes their JSON and links them into the case's chain.</summary>
public static class BurstSealer
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_bodies;

    /// <param name="id">The case.</param>
    /// <param name="after">Version and hash of the fact before; 0 and empty for a new case.</param>
    /// <param name="stamp">The burst's stamp.</param>
    /// <param name="facts">The facts.</param>
    public static SealedBurst Seal(CaseId id, (long Version, ReadOnlyMemory<byte> Hash) after, Stamp stamp, ImmutableArray<Fact> facts)
    {
        if (facts.IsEmpty) return SealedBurst.Empty;
        var bodies = t_bodies ??= new ArrayBufferWriter<byte>(8192);
        bodies.ResetWrittenCount();
        var types = ImmutableArray.CreateBuilder<string>(facts.Length);
        var hashes = new byte[facts.Length * FactHash.Length];
        var previous = after.Hash.Span;
        for (var i = 0; i < facts.Length; i++)
        {
            bodies.Write(i == 0 ? "["u8 : ","u8);
            var from = bodies.WrittenCount;
            var type = FactCatalogue.Write(facts[i], bodies);
            var body = bodies.WrittenSpan[from..];
            types.Add(type);
            var hash = hashes.AsSpan(i * FactHash.Length, FactHash.Length);
            FactHash.Compute(previous, new FactHeader(id, after.Version + i + 1, stamp, type), body, hash);
            previous = hash;
        }

        bodies.Write("]"u8);
        var sealedBurst = new SealedBurst(facts, types.MoveToImmutable(), bodies.WrittenSpan.ToArray(), hashes);
        if (bodies.Capacity > 1024 * 1024) t_bodies = null;
        return sealedBurst;
    }
}
