using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>Opens a scope, starts its start event, and leaves when every path inside reached its end.</summary>
internal sealed class SubProcessBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var inputs = ((SubProcess)visit.Element.Detail).Inputs;
        if (inputs.Length > 0) visit.Write(new VariablesSet(visit.Number, visit.Evaluate(inputs)));
        visit.Scribe.Enter(visit.Scribe.Process.StartOf(visit.Element)!, visit.Number, 0, null);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.ScopeEnded) throw new UnreachableException(signal.ToString());
        Lifecycle.Leave(visit);
    }
}
