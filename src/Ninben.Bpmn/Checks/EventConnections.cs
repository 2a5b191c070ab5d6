using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.EndEvents;
using Ninben.Bpmn.Elements.StartEvents;

namespace Ninben.Bpmn.Checks;

/// <summary>Nothing flows into a start or a boundary event, and nothing out of an end event.</summary>
internal static class EventConnections
{
    public static void Run(CheckSubject subject)
    {
        foreach (var element in subject.Elements)
        {
            if (element.Detail is StartEvent && element.Incoming.Length > 0)
                subject.Error("start-with-incoming", $"The start event '{element.Id}' has an incoming flow, '{element.Incoming[0].Id}'.", element,
                    "Put a gateway after the start event and flow into that.");
            if (element.Detail is EndEvent && element.Outgoing.Length > 0)
                subject.Error("end-with-outgoing", $"The end event '{element.Id}' has an outgoing flow, '{element.Outgoing[0].Id}'.", element,
                    "Remove the flow, or use another kind of event.");
            if (element.Detail is BoundaryEvent && element.Incoming.Length > 0)
                subject.Error("boundary-with-incoming", $"The boundary event '{element.Id}' has an incoming flow, '{element.Incoming[0].Id}'.",
                    element, "Remove the flow.");
        }
    }
}
