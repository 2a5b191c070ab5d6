using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BoundaryEvents;

/// <summary>Reads the definitions and <c>cancelActivity</c>.</summary>
internal static class BoundaryEventReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var isSide = source.Node["cancelActivity"] is "false" or "0";
        // An error that does not interrupt has a report of its own.
        var place = isSide ? EventPlaces.SideBoundary | EventPlaces.Boundary : EventPlaces.Boundary;
        if (EventReader.Read(source, place, "a boundary event") is not { } definitions) return null;
        if (definitions.Length == 0)
        {
            source.Findings.Error("event-without-definition", $"The boundary event '{source.Id}' does not say what it waits for.", source.Node,
                "Add an event definition.");
            return null;
        }

        return new BoundaryEvent(definitions, isSide ? EventEffect.NonInterrupting : EventEffect.Interrupting, EventReader.Need(source));
    }
}
