using System.Globalization;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Message flows connect pools, or activities and events of different pools (BPMN 2.0, 7.6.2, 9.4).</summary>
internal static class MessageFlows
{
    private const string Clause = "7.6.2 Message flow connections";

    private static readonly ModelRule End = ModelRule.Error("message-flow-end", "A message flow connects pools, activities and events.",
        "Connect a pool, a task, a sub-process or a message event.", Clause);

    private static readonly ModelRule Direction = ModelRule.Error("message-flow-direction",
        "No message flow leaves a start event or a catching event, and none enters an end event or a throwing event.",
        "Turn the message flow round, or use another event.", Clause);

    private static readonly ModelRule Inside = ModelRule.Error("message-flow-inside-pool", "A message flow connects two different pools.",
        "Use a sequence flow inside one pool.", "9.4 Message flow");

    private static readonly ModelRule Multiplicity = ModelRule.Error("participant-multiplicity",
        "The greatest number of participants is at least 1 and not below the least number.",
        "Correct minimum and maximum.", "9.3 Pool and participant");

    private static readonly ModelRule Conversation = ModelRule.Error("global-conversation-content", "A global conversation has no conversation nodes.",
        "Use a bpmn:collaboration.", "9.5 Conversations");

    public static Check Check { get; } = new(Run, [End, Direction, Inside, Multiplicity, Conversation]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.Name == "messageFlow") CheckFlow(subject, node);
            if (node.Name == "participantMultiplicity") CheckMultiplicity(subject, node);
            if (node.Name is "conversation" or "subConversation" or "callConversation" && node.Parent is { Name: "globalConversation" } global)
                subject.Report(Conversation, node, $"{global.Said} holds {node.Said}.");
        }
    }

    private static void CheckFlow(CheckSubject subject, ModelNode flow)
    {
        var source = EndOf(subject, flow, "sourceRef");
        var target = EndOf(subject, flow, "targetRef");
        if (source?.Name is "startEvent" or "intermediateCatchEvent")
            subject.Report(Direction, flow, $"The message flow '{flow.Id}' leaves {source.Said}.");
        if (target?.Name is "endEvent" or "intermediateThrowEvent")
            subject.Report(Direction, flow, $"The message flow '{flow.Id}' enters {target.Said}.");
        if (source is not null && target is not null && PoolOf(source) is { } one && PoolOf(target) is { } other && one == other)
            subject.Report(Inside, flow, $"The message flow '{flow.Id}' stays inside '{one}'.");
    }

    private static ModelNode? EndOf(CheckSubject subject, ModelNode flow, string attribute)
    {
        if (flow[attribute] is not { } reference || subject.Ids.Find(reference) is not { } found) return null;
        if (found.IsActivity || found.IsEvent || found.Name is "participant" or "conversation" or "subConversation" or "callConversation") return found;
        subject.Report(End, flow, $"{attribute} of the message flow '{flow.Id}' names {found.Said}.");
        return null;
    }

    /// <summary>The id of the process that a pool shows or that a node stands in; null for a pool without one.</summary>
    private static string? PoolOf(ModelNode node)
    {
        if (node.Name == "participant") return node["processRef"]?.Trim();
        var at = node;
        while (at is not null && at.Name != "process") at = at.Parent;
        return at?.Id;
    }

    private static void CheckMultiplicity(CheckSubject subject, ModelNode node)
    {
        var least = node["minimum"] is { } minimum && int.TryParse(minimum, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var greatest = node["maximum"] is { } maximum && int.TryParse(maximum, CultureInfo.InvariantCulture, out var most) ? most : 1;
        if (least < 0 || greatest < 1 || greatest < least)
            subject.Report(Multiplicity, node, $"The participant '{node.Parent?.Id}' has from {least} to {greatest} participants.");
    }
}
