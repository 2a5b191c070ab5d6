using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.PlainTasks;

/// <summary>Passes the token on (BPMN 2.0, 13.3.3: a manual task is never executed; an undefined task has no behaviour).</summary>
internal sealed class PlainTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
