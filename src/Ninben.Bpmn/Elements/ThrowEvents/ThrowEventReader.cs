using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ThrowEvents;

/// <summary>Reads the definitions.</summary>
internal static class ThrowEventReader
{
    public static ElementDetail? Read(ElementSource source) =>
        EventReader.Read(source, EventPlaces.Throw, "an intermediate throw event") is { } definitions ? new ThrowEvent(definitions) : null;
}
