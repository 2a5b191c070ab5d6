using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Events.Messages;

namespace Ninben.Bpmn.Elements.SendTasks;

/// <summary>Sends and goes on at once.</summary>
internal sealed class SendTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        if (MessageBehaviour.Send(visit, ((SendTask)visit.Element.Detail).Message)) Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
