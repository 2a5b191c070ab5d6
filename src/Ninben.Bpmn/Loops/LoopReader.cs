using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Loops;

/// <summary>Reads the loop marker of an activity with <c>ninben:loop</c> or <c>zeebe:loopCharacteristics</c>.</summary>
internal static class LoopReader
{
    public static LoopDetail? Read(ElementSource source)
    {
        if (source.Node.Child("standardLoopCharacteristics") is { } standard) return Standard(source, standard);
        return source.Node.Child("multiInstanceLoopCharacteristics") is { } multiple ? Multiple(source, multiple) : null;
    }

    private static StandardLoop Standard(ElementSource source, ModelNode node) => new(Text(source, node.Child("loopCondition")),
        node["testBefore"] is "true" or "1" ? LoopTest.Before : LoopTest.After,
        node["loopMaximum"] is not null ? source.Value(node, "loopMaximum") : null);

    private static MultiInstance? Multiple(ElementSource source, ModelNode node)
    {
        var own = node.Extension("loop") ?? node.Foreign("loopCharacteristics", Namespaces.Zeebe);
        var isOurs = own?.Space == Namespaces.Ninben;
        var collection = own is null ? null : source.Value(own, isOurs ? "collection" : "inputCollection");
        collection ??= node["camunda:collection"] is { Length: > 0 } name ? Variable(name) : Reference(source, node);
        var cardinality = Text(source, node.Child("loopCardinality"));
        if (collection is null && cardinality is null)
        {
            source.Findings.Error("loop-without-count", $"The multi-instance activity '{source.Id}' does not say how often it runs.", node,
                "Add <bpmn:loopCardinality>, or <ninben:loop collection=\"= items\" item=\"item\"/> to its extension elements.");
            return null;
        }

        return new MultiInstance(node["isSequential"] is "true" or "1" ? LoopOrder.Sequential : LoopOrder.Parallel, cardinality, collection,
            own?[isOurs ? "item" : "inputElement"] ?? node["camunda:elementVariable"] ?? node.Child("inputDataItem")?["name"],
            own?["outputCollection"], own is null ? null : source.Value(own, isOurs ? "output" : "outputElement"),
            Text(source, node.Child("completionCondition")), Events(source, node));
    }

    private static LoopEvents Events(ElementSource source, ModelNode node)
    {
        var complex = ImmutableArray.CreateBuilder<(FeelExpression, EventDefinition)>();
        switch (node["behavior"])
        {
            case "None":
                return LoopEvents.None with { Each = Definition(source, source.Shared(node["noneBehaviorEventRef"])) };
            case "One":
                return LoopEvents.None with { First = Definition(source, source.Shared(node["oneBehaviorEventRef"])) };
            case "Complex":
                foreach (var child in node.Children)
                {
                    if (child.Name != "complexBehaviorDefinition" || Text(source, child.Child("condition")) is not { } condition) continue;
                    if (child.Child("event")?.Children.FirstOrDefault(inner => EventCatalogue.Find(inner.Name) is not null) is { } thrown
                        && Definition(source, thrown) is { } definition) complex.Add((condition, definition));
                }

                return LoopEvents.None with { Complex = complex.ToImmutable() };
            default:
                return LoopEvents.None;
        }
    }

    private static EventDefinition? Definition(ElementSource source, ModelNode? node) =>
        node is not null && EventCatalogue.Find(node.Name) is { } kind && (kind.Places & EventPlaces.Throw) != 0 ? kind.Read(source, node) : null;

    // A standard loopDataInputRef names a data object or property, whose name is a variable here.
    private static ModelValue? Reference(ElementSource source, ModelNode node) =>
        source.Shared(node.Child("loopDataInputRef")?.Text) is { } data && (data["name"] ?? data.Id) is { Length: > 0 } name ? Variable(name) : null;

    private static ModelValue? Variable(string name) =>
        FeelExpression.Compile(name, FeelScope.Open).Expression is { } expression ? new ModelValue(expression, default) : null;

    private static FeelExpression? Text(ElementSource source, ModelNode? node) =>
        node is null || string.IsNullOrWhiteSpace(node.Text) ? null : source.CompileText(node);
}
