using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Execution;

/// <summary>
/// Lets one command at a time into a case and keeps the states of cases that were used last, bounded by count and by bytes. Split into
/// shards so that cases rarely wait for each other's bookkeeping.
/// </summary>
internal sealed class CaseLanes
{
    private const int ShardCount = 32;
    private const int LongestQueue = 1000;
    private readonly Shard[] shards = new Shard[ShardCount];

    public CaseLanes(RuntimeOptions options)
    {
        for (var i = 0; i < ShardCount; i++)
            shards[i] = new Shard(Math.Max(1, options.CachedCases / ShardCount), Math.Max(1, options.CachedBytes / ShardCount));
    }

    /// <summary>Waits for its turn. The holder must call <see cref="Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">A thousand commands wait for this case already.</exception>
    public ValueTask<CaseLane> Enter(CaseId id, CancellationToken cancellationToken) => Of(id).Enter(id, cancellationToken);

    /// <summary>Lets the next one in.</summary>
    public void Leave(CaseLane lane) => Of(lane.Id).Leave(lane);

    private Shard Of(CaseId id) => shards[unchecked((uint)id.GetHashCode()) % ShardCount];

    private sealed class Shard(int mostCases, long mostBytes)
    {
        private readonly Lock gate = new();
        private readonly Dictionary<CaseId, CaseLane> lanes = [];
        private readonly LinkedList<CaseLane> idle = [];
        private long bytes;

        public ValueTask<CaseLane> Enter(CaseId id, CancellationToken cancellationToken)
        {
            TaskCompletionSource<CaseLane> turn;
            lock (gate)
            {
                if (!lanes.TryGetValue(id, out var lane))
                {
                    lane = new CaseLane(id);
                    lanes.Add(id, lane);
                }

                if (!lane.Busy)
                {
                    lane.Busy = true;
                    Forget(lane);
                    return new ValueTask<CaseLane>(lane);
                }

                lane.Waiting ??= new Queue<TaskCompletionSource<CaseLane>>();
                if (lane.Waiting.Count >= LongestQueue)
                    throw new InvalidOperationException($"Expected at most {LongestQueue} commands to wait for case {id}, found more.");
                turn = new TaskCompletionSource<CaseLane>(TaskCreationOptions.RunContinuationsAsynchronously);
                lane.Waiting.Enqueue(turn);
            }

            return Wait(turn, cancellationToken);
        }

        public void Leave(CaseLane lane)
        {
            lock (gate)
            {
                while (lane.Waiting is { Count: > 0 } waiting)
                    if (waiting.Dequeue().TrySetResult(lane)) return;

                lane.Busy = false;
                if (lane.State is null)
                {
                    lanes.Remove(lane.Id);
                    return;
                }

                lane.Waiting = null;
                lane.Counted = lane.Bytes;
                bytes += lane.Counted;
                lane.Idle = idle.AddFirst(lane);
                while (idle.Count > mostCases || (bytes > mostBytes && idle.Count > 1))
                {
                    var oldest = idle.Last!.Value;
                    Forget(oldest);
                    lanes.Remove(oldest.Id);
                }
            }
        }

        private static async ValueTask<CaseLane> Wait(TaskCompletionSource<CaseLane> turn, CancellationToken cancellationToken)
        {
            await using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
            return await turn.Task;
        }

        private void Forget(CaseLane lane)
        {
            if (lane.Idle is null) return;
            idle.Remove(lane.Idle);
            lane.Idle = null;
            bytes -= lane.Counted;
        }
    }
}
