using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Links;

/// <summary>Reads the link's name.</summary>
internal static class LinkReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        var name = definition["name"] is { Length: > 0 } own ? own : source.Node["name"];
        if (!string.IsNullOrWhiteSpace(name)) return new LinkDefinition(name);
        source.Findings.Error("link-without-name", $"The link event '{source.Id}' has no name.", source.Node,
            "Write <bpmn:linkEventDefinition name=\"...\"/>.");
        return null;
    }
}
