using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Bpmn.Elements.TerminateEnds;

/// <summary>
/// BPMN 2.0, 10.5.3: all activities of the scope end at once. A terminated sub-process counts as completed for its parent; at the top the
/// case is closed.
/// </summary>
internal sealed class TerminateEndBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var scribe = visit.Scribe;
        var scope = visit.Instance.Scope;
        visit.Write(new ElementLeft(visit.Number, []));
        Lifecycle.CancelInside(scribe, scope, "terminated");
        if (scope == 0)
        {
            visit.Write(new CaseClosed(CaseEnding.Terminated, null));
            return;
        }

        // At once, not queued: flows of this scope that still wait in the queue then find it closed.
        var owner = scribe.Visit(scribe.State.Scope(scope));
        owner.Element.Behaviour.Resume(owner, Signal.ScopeEnded.Instance);
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
