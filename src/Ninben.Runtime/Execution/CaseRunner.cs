using System.Collections.Immutable;
using System.Globalization;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Execution;

/// <summary>Load, decide, append: for one case at a time, for many cases side by side.</summary>
internal sealed class CaseRunner(ICaseStreams streams, ICaseModels models, ImmediateWork immediate, RuntimeOptions options, TimeProvider time)
    : ICaseRunner, ICaseReader
{
    private const int MostConflicts = 10;
    private const int LongestKey = 200;
    private readonly CaseLanes lanes = new(options);

    public Task<CaseAnswer> Execute(CaseId id, CaseCommand command, Actor by, CommandKey? key, CancellationToken cancellationToken) =>
        Execute(new CaseRequest(id, command, by, key, null), cancellationToken);

    /// <summary>As the public one, for workers: with a lease that must still hold when the facts are appended.</summary>
    public async Task<CaseAnswer> Execute(CaseRequest request, CancellationToken cancellationToken)
    {
        if (request.Key is { } key && !IsKey(key.Key))
            return Refused(request, 0, RefusalKind.Invalid, "key-invalid", "An idempotency key is 1 to 200 visible ASCII characters.");

        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var lane = await lanes.Enter(request.Case, cancellationToken);
            try
            {
                if (await Attempt(lane, request, conflicts, cancellationToken) is { } answer) return answer;
            }
            catch
            {
                // Whatever went wrong, the state in memory may be ahead of the store.
                lane.Drop();
                throw;
            }
            finally
            {
                lanes.Leave(lane);
            }
        }

        throw new StorageException($"Case {request.Case} was changed by others {MostConflicts} times in a row; try again.") { Code = "storage-busy" };
    }

    public async Task<T?> Read<T>(CaseId id, Func<CaseState, T> read, CancellationToken cancellationToken)
    {
        var lane = await lanes.Enter(id, cancellationToken);
        try
        {
            await Load(lane, cancellationToken);
            if (!lane.State!.IsOpened)
            {
                lane.Drop();
                return default;
            }

            return read(lane.State);
        }
        catch
        {
            lane.Drop();
            throw;
        }
        finally
        {
            lanes.Leave(lane);
        }
    }

    /// <summary>One round; null asks for another one after a version conflict.</summary>
    private async Task<CaseAnswer?> Attempt(CaseLane lane, CaseRequest request, int conflicts, CancellationToken cancellationToken)
    {
        // A new case has a new id: there is nothing to load, and if there is after all the append conflicts and the next round loads it.
        if (request.Command is OpenCase && conflicts == 0 && lane.State is null) lane.State = CaseState.New(request.Case);
        else await Load(lane, cancellationToken);
        if (lane.ParkedBy is { } unknown)
            return Refused(request, lane.State!.Version, RefusalKind.Conflict, "case-parked",
                $"The case holds a fact of type {unknown}, which this version does not know.");

        var state = lane.State!;
        var before = state.Version;
        var stamp = new Stamp(Now(lane), request.By, request.Key?.Key ?? CauseOf(request.Command));
        var deciding = Decider.Decide(state, request.Command, stamp, models);
        if (deciding.Refusal is { } refusal)
        {
            if (!state.IsOpened) lane.Drop();
            return await Recorded(request, cancellationToken) ?? new CaseAnswer(request.Case, before, refusal, Repeated: false);
        }

        if (deciding.Facts.IsEmpty && request.Key is null) return new CaseAnswer(request.Case, before, null, Repeated: false);
        return await Append(lane, request, (before, stamp), deciding.Facts);
    }

    private async Task<CaseAnswer?> Append(CaseLane lane, CaseRequest request, (long Version, Stamp Stamp) before, ImmutableArray<Fact> facts)
    {
        var burst = BurstSealer.Seal(request.Case, (before.Version, lane.Head), before.Stamp, facts);
        using var starts = immediate.Take(request.Case, before.Version, before.Stamp, facts);
        var append = new CaseAppend(request.Case, before.Version, before.Stamp, burst)
        {
            Key = request.Key,
            Lease = request.Lease,
            Snapshot = Snapshot(lane),
            Starting = starts.Items,
        };
        append = append with { Then = Attempt(lane, append, starts) };

        // From here on the answer is awaited whatever the caller does: the state in memory depends on it.
        switch (await streams.Append(append, CancellationToken.None))
        {
            case AppendOutcome.Committed:
                Keep(lane, append);
                if (append.Then is not null) Keep(lane, append.Then);
                starts.Begin();
                return new CaseAnswer(request.Case, before.Version + facts.Length, null, Repeated: false);
            case AppendOutcome.KeyTaken taken:
                lane.Drop();
                return Repeat(request, taken.Command);
            case AppendOutcome.LeaseLost:
                lane.Drop();
                return Refused(request, before.Version, RefusalKind.Conflict, "lease-lost", "Somebody else took over this work; the late answer is not used.");
            default:
                lane.Drop();
                return null;
        }
    }

    private ReadOnlyMemory<byte>? Snapshot(CaseLane lane)
    {
        var state = lane.State!;
        // The cast matters: a null array would convert to an empty snapshot instead of none.
        return !state.IsClosed && state.Version - lane.SnapshotVersion >= options.SnapshotEvery ? (ReadOnlyMemory<byte>?)state.ToSnapshot() : null;
    }

    /// <summary>The attempt of an action that starts at once, written together with the burst that asked for it; null when nothing starts.</summary>
    private CaseAppend? Attempt(CaseLane lane, CaseAppend asked, ImmediateStarts starts)
    {
        if (starts.Action is not { } action) return null;
        var start = new StartAction(action.Action, ContentHash.OfCanonical(action.Payload));
        var stamp = new Stamp(asked.Stamp.At, Actor.Engine, CauseOf(start));
        var deciding = Decider.Decide(lane.State!, start, stamp, models);
        if (deciding.Refusal is not null) return null;
        starts.ActionIsAttempted();
        var burst = BurstSealer.Seal(asked.Case, (asked.VersionAfter, asked.Burst.Head), stamp, deciding.Facts);
        return new CaseAppend(asked.Case, asked.VersionAfter, stamp, burst);
    }

    private static void Keep(CaseLane lane, CaseAppend append)
    {
        if (lane.State!.IsClosed)
        {
            lane.Drop();
            return;
        }

        lane.LastAt = append.Stamp.At;
        lane.Bytes += append.Burst.Bodies.Length;
        if (!append.Burst.Head.IsEmpty) lane.Head = append.Burst.Head.ToArray();
        if (append.Snapshot is not null) lane.SnapshotVersion = append.VersionAfter;
    }

    private async Task Load(CaseLane lane, CancellationToken cancellationToken)
    {
        if (lane.State is not null) return;
        var stream = await streams.Load(lane.Id, cancellationToken);
        if (stream is null)
        {
            lane.State = CaseState.New(lane.Id);
            return;
        }

        var replay = CaseReplay.Run(stream);
        lane.State = replay.State;
        lane.ParkedBy = replay.ParkedBy;
        lane.Bytes = replay.Bytes;
        lane.Head = stream.Head;
        lane.LastAt = stream.LastAt;
        lane.SnapshotVersion = stream.Snapshot?.Version ?? 0;
    }

    /// <summary>The answer that was given to this key before, when the command as such can no longer happen.</summary>
    private async Task<CaseAnswer?> Recorded(CaseRequest request, CancellationToken cancellationToken)
    {
        if (request.Key is null) return null;
        return await streams.FindCommand(request.Key, cancellationToken) is { } recorded ? Repeat(request, recorded) : null;
    }

    private static CaseAnswer Repeat(CaseRequest request, RecordedCommand recorded) => recorded.SameBody
        ? new CaseAnswer(recorded.Case, recorded.Version, null, Repeated: true)
        : Refused(request, 0, RefusalKind.Invalid, "key-reused", "This idempotency key was used for another request; use a new key.");

    private static CaseAnswer Refused(CaseRequest request, long version, RefusalKind kind, string code, string message) =>
        new(request.Case, version, new Refusal(kind, code, message, []), Repeated: false);

    private DateTimeOffset Now(CaseLane lane)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return now > lane.LastAt ? now : lane.LastAt;
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static string CauseOf(CaseCommand command) => command switch
    {
        CompleteJob job => Cause("job", job.Job, job.Attempt),
        ProposeForJob job => Cause("job", job.Job, job.Attempt),
        ThrowJobError job => Cause("job", job.Job, job.Attempt),
        FailJob job => Cause("job", job.Job, job.Attempt),
        StartAction action => string.Create(CultureInfo.InvariantCulture, $"send-{action.Action}"),
        FinishAction action => Cause("action", action.Action, action.Attempt),
        FailAction action => Cause("action", action.Action, action.Attempt),
        SettleMessage message => string.Create(CultureInfo.InvariantCulture, $"message-{message.Message}"),
        SettleCall call => string.Create(CultureInfo.InvariantCulture, $"call-{call.Job}"),
        SettleSignal signal => string.Create(CultureInfo.InvariantCulture, $"signal-{signal.Signal}"),
        OpenCase { Caller: { } caller } => string.Create(CultureInfo.InvariantCulture, $"call-{caller.Job}-{caller.Case}"),
        FireTimer timer => string.Create(CultureInfo.InvariantCulture, $"timer-{timer.Timer}"),
        _ => Guid.CreateVersion7().ToString("n"),
    };

    private static string Cause(string what, int number, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{what}-{number}-{attempt}");
}
