using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Item definitions: which one a thing has, and whether two are equivalent (BPMN 2.0, 8.4.10).</summary>
internal static class Items
{
    /// <summary>The item definition that an attribute names, or null.</summary>
    public static ModelNode? Of(CheckSubject subject, ModelNode node, string attribute = "itemSubjectRef") =>
        node[attribute] is { } reference && subject.Ids.Find(reference) is { Name: "itemDefinition" } item ? item : null;

    /// <summary>The item definition of what a message, signal, error or escalation carries, or null.</summary>
    public static ModelNode? OfPayload(CheckSubject subject, ModelNode payload) =>
        Of(subject, payload, payload.Name == "message" ? "itemRef" : "structureRef");

    /// <summary>Whether both are the same definition, or name the same structure.</summary>
    public static bool AreEquivalent(ModelNode? one, ModelNode? other) => one == other
        || (one?["structureRef"] is { } structure && structure == other?["structureRef"] && one.Has("isCollection") == other.Has("isCollection"));

    /// <summary>An item definition in words.</summary>
    public static string Said(ModelNode? item) => item is null ? "no item definition" : item["structureRef"] is { } structure ? $"'{item.Id}' ({structure})"
        : $"'{item.Id}'";
}
