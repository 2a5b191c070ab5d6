using System.Collections.Immutable;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>The event definitions of an event: its own, and those of the file that it refers to.</summary>
internal static class EventTriggers
{
    private const string Suffix = "EventDefinition";

    /// <summary>The definitions in document order; a reference to none is left out.</summary>
    public static ImmutableArray<ModelNode> DefinitionsOf(CheckSubject subject, ModelNode node) => TriggersOf(subject, node).Definitions;

    /// <summary>The kinds of triggers, such as <c>timer</c>; <c>unknown</c> for a reference to none.</summary>
    public static ImmutableArray<string> Of(CheckSubject subject, ModelNode node) => TriggersOf(subject, node).Kinds;

    // Nearly every check asks for them, and a flow or a gateway asks for those of its ends.
    private static (ImmutableArray<ModelNode> Definitions, ImmutableArray<string> Kinds) TriggersOf(CheckSubject subject, ModelNode node)
    {
        if (subject.Triggers.TryGetValue(node, out var known)) return known;
        var definitions = FindDefinitions(subject, node);
        subject.Triggers.Add(node, known = (definitions, FindKinds(node, definitions)));
        return known;
    }

    private static ImmutableArray<ModelNode> FindDefinitions(CheckSubject subject, ModelNode node) =>
        [.. node.Children.Where(child => child.IsBpmn).Select(child => child.Name == "eventDefinitionRef" ? subject.Ids.Find(child.Text) : child)
            .OfType<ModelNode>().Where(definition => definition.Name.EndsWith(Suffix, StringComparison.Ordinal))];

    private static ImmutableArray<string> FindKinds(ModelNode node, ImmutableArray<ModelNode> definitions)
    {
        var written = node.Children.Count(child => child.IsBpmn
            && (child.Name == "eventDefinitionRef" || child.Name.EndsWith(Suffix, StringComparison.Ordinal)));
        var unknown = Enumerable.Repeat("unknown", written - definitions.Length);
        return [.. definitions.Select(definition => definition.Name[..^Suffix.Length]), .. unknown];
    }
}
