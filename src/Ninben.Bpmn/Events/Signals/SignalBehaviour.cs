using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Signals;

/// <summary>
/// Opens a subscription by name, or tells everyone. Waiting events of the same case hear the signal after the steps that are already queued, so that
/// it does not matter which of two parallel paths was drawn first.
/// </summary>
internal sealed class SignalBehaviour : IEventBehaviour
{
    public bool TryArm(in Watch watch)
    {
        watch.Write(new SubscriptionOpened(watch.NextNumber, watch.Holder, watch.Event.Id, watch.Index == 0 ? null : watch.Index, SubscriptionKind.Signal,
            ((SignalDefinition)watch.Definition).Name, null));
        return true;
    }

    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        var signal = (SignalDefinition)definition;
        var thrown = new SignalThrown(visit.Number, visit.Scribe.State.NextNumber, signal.Name, signal.Payload?.Evaluate(visit.Variables, visit.At) ?? default);
        visit.Write(thrown);
        // What a multi-instance activity tells about its progress is heard while it is still there.
        if (visit.IsBody) Happening.Hear(visit.Scribe, thrown);
        else visit.Scribe.Announce(thrown);
        return Thrown.Done;
    }
}
