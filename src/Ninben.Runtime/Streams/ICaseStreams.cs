using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;

namespace Ninben.Runtime.Streams;

/// <summary>The streams of facts: the only truth. Work rows, timers, view rows and the command row change in the transaction of the append.</summary>
public interface ICaseStreams
{
    /// <summary>
    /// A case's newest snapshot (when there is one) and the facts after it, or null when no such case exists.
    /// Throws <see cref="StorageException"/> when the store cannot be read.
    /// </summary>
    Task<CaseStream?> Load(CaseId id, CancellationToken cancellationToken);

    /// <summary>
    /// Appends all facts of a burst or none; completes after they are on stable storage. Throws <see cref="StorageException"/> when the
    /// medium failed: nothing was acknowledged then, and the caller must forget its state of the case. Cancelling is possible only
    /// until the burst was taken over by the writer.
    /// </summary>
    Task<AppendOutcome> Append(CaseAppend append, CancellationToken cancellationToken);

    /// <summary>What was answered to a key in the last 30 days, or null.</summary>
    Task<RecordedCommand?> FindCommand(CommandKey key, CancellationToken cancellationToken);
}
