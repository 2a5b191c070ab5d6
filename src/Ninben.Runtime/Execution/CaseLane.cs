using Ninben.Bpmn.Cases;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Execution;

/// <summary>One case in memory: who is in it, who waits, and its state while that is kept. Only the holder touches the state.</summary>
internal sealed class CaseLane(CaseId id)
{
    public CaseId Id { get; } = id;

    /// <summary>The state, or null when it must be loaded.</summary>
    public CaseState? State { get; set; }

    /// <summary>Hash of the newest fact.</summary>
    public ReadOnlyMemory<byte> Head { get; set; }

    /// <summary>Time of the newest fact.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>Version of the stored snapshot, 0 for none.</summary>
    public long SnapshotVersion { get; set; }

    /// <summary>Bytes of facts that the state was folded from, which bounds its size in memory.</summary>
    public long Bytes { get; set; }

    /// <summary>The wire name that stopped the replay, or null. A parked case is readable, not runnable.</summary>
    public string? ParkedBy { get; set; }

    internal bool Busy { get; set; }

    internal Queue<TaskCompletionSource<CaseLane>>? Waiting { get; set; }

    internal LinkedListNode<CaseLane>? Idle { get; set; }

    /// <summary>Bytes as counted in the cache's sum while idle.</summary>
    internal long Counted { get; set; }

    /// <summary>Forgets the state; the next holder loads it.</summary>
    public void Drop()
    {
        State = null;
        Head = default;
        LastAt = default;
        SnapshotVersion = 0;
        Bytes = 0;
        ParkedBy = null;
    }
}
