using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events;

/// <summary>Reads the definitions of an event, its own and those that it names by <c>eventDefinitionRef</c>.</summary>
internal static class EventReader
{
    /// <summary>The definitions, or null after reporting that one may not stand here or cannot be read.</summary>
    /// <param name="source">The event.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="where">The place in words, e.g. <c>a boundary event</c>.</param>
    public static ImmutableArray<EventDefinition>? Read(ElementSource source, EventPlaces place, string where)
    {
        var definitions = ImmutableArray.CreateBuilder<EventDefinition>();
        var isComplete = true;
        foreach (var node in Nodes(source))
        {
            var kind = EventCatalogue.Find(node.Name);
            if (kind is null || (kind.Places & place) == 0)
            {
                source.Findings.Error("unsupported-element", $"'bpmn:{node.Name}' cannot be executed in {where} (element '{source.Id}').", source.Node,
                    "docs/bpmn.md lists what can be executed.");
                isComplete = false;
            }
            else if (kind.Read(source, node) is { } definition) definitions.Add(definition);
            else isComplete = false;
        }

        return isComplete ? definitions.ToImmutable() : null;
    }

    /// <summary>Whether several definitions must all happen.</summary>
    public static EventNeed Need(ElementSource source) => source.Node["parallelMultiple"] is "true" or "1" ? EventNeed.All : EventNeed.Any;

    private static IEnumerable<ModelNode> Nodes(ElementSource source)
    {
        foreach (var child in source.Node.Children)
        {
            if (!child.IsBpmn) continue;
            if (child.Name.EndsWith("EventDefinition", StringComparison.Ordinal)) yield return child;
            // A reference that names nothing is reported by the check of dangling references, with its own position.
            else if (child.Name == "eventDefinitionRef" && source.Shared(child.Text) is { } shared) yield return shared;
        }
    }
}
