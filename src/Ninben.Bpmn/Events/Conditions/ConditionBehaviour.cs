using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events.Conditions;

/// <summary>
/// Happens when the condition holds: at once, or as soon as variables change so that it does. What does not interrupt happens again only after
/// the condition was false in between (BPMN 2.0, 10.5.5: it must become false and then true again).
/// </summary>
internal sealed class ConditionBehaviour : IEventBehaviour
{
    public bool TryArm(in Watch watch)
    {
        watch.Write(new SubscriptionOpened(watch.NextNumber, watch.Holder, watch.Event.Id, watch.Index == 0 ? null : watch.Index, SubscriptionKind.Condition,
            "", null));
        watch.Scribe.ConditionsMayHold = true;
        return true;
    }

    /// <summary>Evaluates every open condition once; true when something happened.</summary>
    public static void Review(Scribe scribe)
    {
        var state = scribe.State;
        foreach (var subscription in state.OpenConditions())
        {
            if (subscription.State != WorkState.Waiting || Happening.IsOver(scribe, subscription.Instance)) continue;
            var watch = new Watch(scribe, subscription.Instance, scribe.ElementAt(subscription.Instance, subscription.Element), subscription.Trigger ?? 0);
            var holds = ModelExpression.Holds(((ConditionDefinition)watch.Definition).Condition, watch.Variables, watch.At);
            if (holds == subscription.Holds) continue;
            if (holds) Happening.Match(scribe, subscription, null, default);
            else scribe.Write(new ConditionLapsed(subscription.Number));
        }
    }
}
