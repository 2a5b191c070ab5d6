using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.EndEvents;

/// <summary>Reads the definitions.</summary>
internal static class EndEventReader
{
    public static ElementDetail? Read(ElementSource source) =>
        EventReader.Read(source, EventPlaces.End, "an end event") is { } definitions ? new EndEvent(definitions) : null;
}
