using System.Collections.Frozen;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Every reference names something in the model.</summary>
internal static class DanglingReferences
{
    // Attributes and elements whose value is the id of something in the same file. References to item definitions and operations may name
    // imported or built-in types and are not needed for execution.
    private static readonly FrozenSet<string> Attributes = new[]
    {
        "sourceRef", "targetRef", "attachedToRef", "default", "errorRef", "messageRef", "signalRef", "escalationRef", "processRef",
        "dataObjectRef", "dataStoreRef", "activityRef", "dataStateRef", "correlationKeyRef", "conversationRef", "participantRef", "categoryValueRef",
        "definitionalCollaborationRef", "linkRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Elements = new[]
    {
        "incoming", "outgoing", "flowNodeRef", "eventDefinitionRef", "participantRef", "messageFlowRef", "categoryValueRef",
        "dataInputRefs", "dataOutputRefs", "interfaceRef", "inMessageRef", "outMessageRef", "correlationPropertyRef", "loopDataInputRef",
            "loopDataOutputRef", "innerParticipantRef", "outerParticipantRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What a reference must name when it names something of this file; attributes and elements alike. A star stands for any beginning.
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["errorRef"] = "error",
        ["processRef"] = "process",
        ["messageRef"] = "message",
        ["inMessageRef"] = "message",
        ["outMessageRef"] = "message",
        ["signalRef"] = "signal",
        ["escalationRef"] = "escalation",
        ["itemRef"] = "itemDefinition",
        ["itemSubjectRef"] = "itemDefinition",
        ["dataObjectRef"] = "dataObject",
        ["dataStoreRef"] = "dataStore",
        ["dataInputRefs"] = "dataInput",
        ["dataOutputRefs"] = "dataOutput",
        ["interfaceRef"] = "interface",
        ["operationRef"] = "operation",
        ["correlationPropertyRef"] = "correlationProperty",
        ["incoming"] = "sequenceFlow",
        ["outgoing"] = "sequenceFlow",
        ["default"] = "sequenceFlow",
        ["eventDefinitionRef"] = "*EventDefinition",
        ["definitionalCollaborationRef"] = "collaboration",
        ["participantRef"] = "participant",
        ["initiatingParticipantRef"] = "participant",
        ["messageFlowRef"] = "messageFlow",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Also used where a reference has its own rules.</summary>
    public static ModelRule Dangling { get; } = ModelRule.Error("dangling-reference", "What a reference names exists.",
        "Name something that the model has.", "8.1 Infrastructure");

    /// <summary>Also used where a reference has its own rules.</summary>
    public static ModelRule Wrong { get; } = ModelRule.Error("wrong-reference", "A reference names the kind of thing that it is for.",
        "Name something of the expected kind.", "8.1 Infrastructure");

    public static Check Check { get; } = new(Run, [Dangling, Wrong]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            foreach (var attribute in node.Attributes)
            {
                if (!Attributes.Contains(attribute.Name) || IsKnown(subject, attribute.Value)) continue;
                subject.Report(Dangling, (attribute.Line, attribute.Column, node.Id ?? node.Parent?.Id),
                    $"{attribute.Name} of bpmn:{node.Name} '{node.Id}' names '{attribute.Value}', which does not exist.",
                    Hint(subject, attribute.Value));
            }

            if (!Elements.Contains(node.Name) || node.Text.Length == 0 || IsKnown(subject, node.Text)) continue;
            // Messages of operations may come from another namespace, such as that of a service description.
            if (node.Name is "inMessageRef" or "outMessageRef" && node.Text.Contains(':', StringComparison.Ordinal)) continue;
            subject.Report(Dangling, (node.TextLine, node.TextColumn, node.Parent?.Id),
                $"bpmn:{node.Name} of '{node.Parent?.Id}' names '{node.Text.Trim()}', which does not exist.", Hint(subject, node.Text));
        }

        CheckKinds(subject);
    }

    /// <summary>References that execution follows must name the right kind of thing.</summary>
    private static void CheckKinds(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            foreach (var attribute in node.Attributes) Expect(subject, node, attribute.Name, attribute.Value);
            if (node.Text.Length > 0) Expect(subject, node, node.Name, node.Text);
            if (node.Name == "sequenceFlow")
            {
                ExpectNode(subject, node, "sourceRef");
                ExpectNode(subject, node, "targetRef");
            }
            else if (node.Name is "incoming" or "outgoing")
            {
                ExpectFlow(subject, node);
            }
        }
    }

    private static void ExpectNode(CheckSubject subject, ModelNode node, string attribute)
    {
        if (node[attribute] is not { } reference || subject.Ids.Find(reference) is not { } found) return;
        if (found.IsFlowNode || found.IsChoreography) return;
        subject.Report(Wrong, node, $"{attribute} of the sequence flow '{node.Id}' names '{reference}', which is a bpmn:{found.Name}.",
            "A sequence flow connects events, activities and gateways.");
    }

    private static void Expect(CheckSubject subject, ModelNode node, string name, string reference)
    {
        if (!Kinds.TryGetValue(name, out var expected) || subject.Ids.Find(reference) is not { } found) return;
        if (expected.StartsWith('*') ? found.Name.EndsWith(expected[1..], StringComparison.Ordinal) : found.Name == expected) return;
        subject.Report(Wrong, node,
            $"{name} of bpmn:{node.Name} names '{reference.Trim()}', which is a bpmn:{found.Name} and not a bpmn:{expected.TrimStart('*')}.");
    }

    private static void ExpectFlow(CheckSubject subject, ModelNode node)
    {
        if (subject.Ids.Find(node.Text) is not { Name: "sequenceFlow" } found || node.Parent is not { } owner) return;
        var end = node.Name == "incoming" ? "targetRef" : "sourceRef";
        if (found[end] is { } actual && owner.Id is { } id && actual.Trim() != id)
            subject.Report(Wrong, node, $"bpmn:{node.Name} of '{id}' names the flow '{found.Id}', but its {end} is '{actual}'.",
                "Correct the flow, or remove this line: flows are read from their sourceRef and targetRef.");
    }

    private static bool IsKnown(CheckSubject subject, string reference) => subject.Ids.Find(reference) is not null;

    private static string Hint(CheckSubject subject, string reference)
    {
        var name = reference.Trim();
        return subject.Ids.Like(name) is { } node ? $"Did you mean '{node.Id}'?" : $"Name something that the model has, or give something the id '{name}'.";
    }
}
