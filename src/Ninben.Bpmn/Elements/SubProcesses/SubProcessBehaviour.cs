using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>Opens a scope, begins inside, and leaves when every path inside reached its end.</summary>
internal sealed class SubProcessBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Scopes.Open(visit.Scribe, visit.Number, visit.Element.Content);

    public void Resume(in Visit visit, Signal signal)
    {
        switch (signal)
        {
            case Signal.Started started:
                Scopes.Open(visit.Scribe, visit.Number, visit.Element.Content with { Entries = [started.By] }, new Signal.Happened(started.Payload));
                break;
            case Signal.ScopeEnded:
                Lifecycle.Leave(visit);
                break;
            default:
                throw new UnreachableException(signal.ToString());
        }
    }
}
