using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events;

/// <summary>One line of the event catalogue.</summary>
/// <param name="Name">What people call it, e.g. <c>timer</c>.</param>
/// <param name="Tag">BPMN element name, e.g. <c>timerEventDefinition</c>.</param>
/// <param name="Type">Its record.</param>
/// <param name="Places">Where it may stand.</param>
/// <param name="Read">Reads it; null after reporting an error.</param>
/// <param name="Behaviour">What it does in a case.</param>
internal sealed record EventKind(string Name, string Tag, Type Type, EventPlaces Places, Func<ElementSource, ModelNode, EventDefinition?> Read,
    IEventBehaviour Behaviour)
{
    /// <summary>What it does, for the documents.</summary>
    public required string Note { get; init; }
}
