using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Links;

/// <summary>Jumps to the catching link of the same name in the same scope.</summary>
internal sealed class LinkBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        visit.Scribe.Enter(new Work(visit.Element.LinkTarget, visit.Instance.Scope, visit.Number, null));
        return Thrown.Done;
    }
}
