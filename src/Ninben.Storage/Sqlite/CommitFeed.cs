using Ninben.Runtime.Streams;

namespace Ninben.Storage.Sqlite;

/// <summary>Tells listeners in this process how far commits have come.</summary>
internal sealed class CommitFeed : ICommitFeed
{
    private readonly Lock gate = new();
    private long newest;
    private TaskCompletionSource? next;

    public void Advance(long position)
    {
        TaskCompletionSource? wake;
        lock (gate)
        {
            if (position <= newest) return;
            newest = position;
            wake = next;
            next = null;
        }

        wake?.SetResult();
    }

    public async Task<long> WaitBeyond(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (newest > position) return newest;
                next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = next.Task;
            }

            await wait.WaitAsync(cancellationToken);
        }
    }
}
