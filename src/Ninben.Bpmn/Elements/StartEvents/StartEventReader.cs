using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.StartEvents;

/// <summary>Reads the definitions and <c>isInterrupting</c>.</summary>
internal static class StartEventReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var isInside = source.Node.Parent?["triggeredByEvent"] is "true" or "1";
        var effect = isInside && source.Node["isInterrupting"] is "false" or "0" ? EventEffect.NonInterrupting : EventEffect.Interrupting;
        var (place, where) = (isInside, effect) switch
        {
            (false, _) => (EventPlaces.Start, "a start event"),
            (true, EventEffect.Interrupting) => (EventPlaces.SubProcessStart, "the start event of an event sub-process"),
            _ => (EventPlaces.SideStart, "the start event of an event sub-process that does not interrupt"),
        };
        if (EventReader.Read(source, place, where) is not { } definitions) return null;
        if (!isInside && definitions.Length > 1 && EventReader.Need(source) == EventNeed.All)
        {
            // A case would have to wait for the rest before there is a case.
            source.Findings.Error("unsupported-element", $"The start event '{source.Id}' needs all of its definitions, which cannot be executed.", source.Node,
                "Begin with one of them, and wait for the others after it.");
            return null;
        }

        return new StartEvent(definitions, effect, EventReader.Need(source));
    }
}
