using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Waiting for events, and no longer waiting.</summary>
internal static class Arming
{
    /// <summary>Asks for everything that an event waits for; false after an incident.</summary>
    public static bool TryArm(Scribe scribe, int holder, Element waiting)
    {
        var definitions = ((EventDetail)waiting.Detail).Definitions;
        for (var i = 0; i < definitions.Length; i++)
            if (!definitions[i].Kind.Behaviour.TryArm(new Watch(scribe, holder, waiting, i))) return false;
        return true;
    }

    /// <summary>Takes back everything that a holder waits for.</summary>
    public static void Disarm(Scribe scribe, int holder) => Disarm(scribe, holder, null);

    /// <summary>Takes back what a scope's event sub-processes wait for; boundary events of the same instance go on waiting.</summary>
    public static void DisarmInside(Scribe scribe, int scope, ScopeContent content) => Disarm(scribe, scope, content);

    private static void Disarm(Scribe scribe, int holder, ScopeContent? only)
    {
        var (timers, subscriptions) = scribe.State.WaitsOf(holder);
        if (timers is not null)
            foreach (var number in timers)
                if (scribe.State.Timer(number) is { State: WorkState.Waiting } timer && IsMeant(only, timer.Element))
                    scribe.Write(new TimerCancelled(number));
        if (subscriptions is not null)
            foreach (var number in subscriptions)
                if (scribe.State.Subscription(number) is { State: WorkState.Waiting } subscription && IsMeant(only, subscription.Element))
                    scribe.Write(new SubscriptionClosed(number));
    }

    private static bool IsMeant(ScopeContent? only, string element)
    {
        if (only is null) return true;
        foreach (var start in only.EventStarts)
            if (start.Id == element) return true;
        return false;
    }
}
