using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Terminations;

/// <summary>
/// BPMN 2.0, 10.5.3: all activities of the scope end at once. A terminated sub-process counts as completed for its parent; at the top the case is
/// closed.
/// </summary>
internal sealed class TerminateBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        var scribe = visit.Scribe;
        var scope = visit.Instance.Scope;
        visit.Write(new ElementLeft(visit.Number, []));
        Lifecycle.CancelInside(scribe, scope, "terminated");
        if (scope == 0)
        {
            Lifecycle.Close(scribe, CaseEnding.Terminated, null);
            return Thrown.Stopped;
        }

        // At once, not queued: flows of this scope that still wait in the queue then find it closed.
        scribe.DropQueued(scope);
        var owner = scribe.Visit(scribe.State.Scope(scope));
        owner.Behaviour.Resume(owner, Signal.ScopeEnded.Instance);
        return Thrown.Stopped;
    }
}
