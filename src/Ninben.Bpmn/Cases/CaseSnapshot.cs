using System.Text.Json;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases;

/// <summary>A case state as it lies in a snapshot: a cache that may be deleted at any time, so it has no version of its own.</summary>
internal sealed record CaseSnapshot(long Version, string Process, int ProcessVersion, string ProcessHash, string? BusinessKey,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, CaseEnding? Ending, string? ClosedBecause, FeelContext Variables,
    List<ElementInstance> Instances, List<ReviewItem> Reviews, List<JobItem> Jobs, List<TimerItem> Timers, List<ActionItem> Actions,
    List<IncidentItem> Incidents, List<SubscriptionItem> Subscriptions, string? Interrupted, List<int>? CaseTimers, List<int>? CaseSubscriptions,
    List<int> Taken, Operated? Operated, string? Start, FeelValue? StartPayload, CallingCase? Caller, CallAnswered? Answer)
{
    public static CaseSnapshot Of(CaseState state) => new(state.Version, state.Process, state.ProcessVersion, state.ProcessHash, state.BusinessKey,
        state.OpenedAt, state.ClosedAt, state.Ending, state.ClosedBecause, state.Variables, [.. state.Instances], [.. state.Reviews],
        [.. state.Jobs], [.. state.Timers], [.. state.Actions], [.. state.Incidents], [.. state.Subscriptions], state.Interrupted,
        state.WaitsOf(0).Timers, state.WaitsOf(0).Subscriptions, state.TakenNumbers(), state.Operated,
        state.Start, state.StartPayload, state.Caller, state.Answer);

    public static CaseSnapshot Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, FactJson.Default.CaseSnapshot) ?? throw new JsonException("Expected a snapshot, found null.");

    public byte[] Write() => WireWriter.Write(this, FactJson.Default.CaseSnapshot);

    public CaseState Restore(CaseState state)
    {
        state.Restore(this);
        return state;
    }
}
