using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.CatchEvents;

/// <summary>Reads the definitions.</summary>
internal static class CatchEventReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (EventReader.Read(source, EventPlaces.Catch, "an intermediate catch event") is not { } definitions) return null;
        if (definitions.Length > 0) return new CatchEvent(definitions, EventReader.Need(source));
        source.Findings.Error("event-without-definition", $"The intermediate catch event '{source.Id}' does not say what it waits for.", source.Node,
            "Add an event definition, or use an intermediate throw event.");
        return null;
    }
}
