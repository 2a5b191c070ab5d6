using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Execution;

/// <summary>A state brought back from its stream.</summary>
/// <param name="State">The state after the last fact that this version knows.</param>
/// <param name="ParkedBy">The first unknown wire name, or null.</param>
/// <param name="Bytes">Bytes of facts and snapshot that it came from.</param>
internal sealed record CaseReplay(CaseState State, string? ParkedBy, long Bytes)
{
    /// <summary>Folds snapshot and facts.</summary>
    public static CaseReplay Run(CaseStream stream)
    {
        var state = stream.Snapshot is { } snapshot ? CaseState.FromSnapshot(stream.Case, snapshot.Bytes.Span) : CaseState.New(stream.Case);
        long bytes = stream.Snapshot?.Bytes.Length ?? 0;
        Stamp? stamp = null;
        foreach (var stored in stream.Facts)
        {
            bytes += stored.Body.Length;
            if (FactCatalogue.Read(stored.Type, stored.Body.Span) is not { } fact) return new CaseReplay(state, stored.Type, bytes);
            if (stamp is null || stamp.At != stored.At || stamp.Cause != stored.Cause) stamp = new Stamp(stored.At, stored.By, stored.Cause);
            state.Apply(fact, stamp);
        }

        return new CaseReplay(state, null, bytes);
    }
}
