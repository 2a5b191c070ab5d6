using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Cancels;

/// <summary>
/// Gives up a transaction (BPMN 2.0, 13.5.2): what still runs inside ends, what was completed is compensated, and the transaction is left by its
/// cancel boundary event.
/// </summary>
internal sealed class CancelBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        var scope = visit.Instance.Scope;
        for (var i = visit.Scribe.State.Active.Count - 1; i >= 0; i--)
        {
            if (i >= visit.Scribe.State.Active.Count) continue;
            var other = visit.Scribe.State.Active[i];
            if (other.Scope == scope && other.Number != visit.Number) Lifecycle.Cancel(visit.Scribe, other, "cancelled");
        }

        visit.Scribe.DropQueued(scope);
        if (Compensating.Next(visit)) return Thrown.Waits;
        Catching.CancelTransaction(visit);
        return Thrown.Stopped;
    }
}
