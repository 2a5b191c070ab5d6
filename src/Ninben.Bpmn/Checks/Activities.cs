using System.Globalization;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>What every activity keeps to: one loop marker, positive numbers of tokens (BPMN 2.0, 10.3).</summary>
internal static class Activities
{
    private static readonly ModelRule Markers = ModelRule.Error("two-loop-markers", "An activity has one loop marker: standard loop or multi-instance.",
        "Keep one of the two.", "10.3.8 Loop characteristics");

    private static readonly ModelRule Quantity = ModelRule.Error("token-quantity", "startQuantity and completionQuantity are whole numbers from 1.",
        "Write 1 or more, or remove the attribute.", "10.3 Activities");

    private static readonly ModelRule Cardinality = ModelRule.Error("negative-cardinality", "A multi-instance activity has no negative number of instances.",
        "Write the number of instances.", "10.3.8 Loop characteristics");

    private static readonly ModelRule CallsItself = ModelRule.Warning("calls-itself",
        "A process that calls itself decides before whether it does.", "Put a gateway with a condition before the call.", "10.3.6 Call activity");

    public static Check Check { get; } = new(Run, [Markers, Quantity, Cardinality, CallsItself]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsActivity) continue;
            if (node.Children.Count(child => child.IsBpmn && child.Name is "standardLoopCharacteristics" or "multiInstanceLoopCharacteristics") > 1)
                subject.Report(Markers, node, $"{node.Said} has several loop markers.");
            foreach (var attribute in node.Attributes)
                if (attribute.Name is "startQuantity" or "completionQuantity" && !(Whole(attribute.Value) is { } quantity && quantity >= 1))
                    subject.Report(Quantity, (attribute.Line, attribute.Column, node.Id), $"{attribute.Name} of {node.Said} is '{attribute.Value}'.");
            if (node.Child("multiInstanceLoopCharacteristics")?.Child("loopCardinality") is { } cardinality && Whole(cardinality.Text) is { } count
                && count < 0)
                subject.Report(Cardinality, cardinality, $"{node.Said} has {count} instances.");
        }

        var called = subject.Nodes.Where(node => node.Name == "callActivity").Select(call => subject.Ids.Find(call["calledElement"] ?? "")?.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var process in subject.Root.Bpmn("process"))
            if (process.Id is { } id && called.Contains(id)) CheckCalls(subject, process, id);
    }

    private static int? Whole(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Follows the flow from the start without taking any branch that a gateway or a condition may leave out.</summary>
    private static void CheckCalls(CheckSubject subject, ModelNode process, string id)
    {
        var seen = new HashSet<ModelNode>();
        var open = new Stack<ModelNode>(process.Bpmn("startEvent"));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            if (node.Name == "callActivity" && node["calledElement"] is { } called && subject.Ids.Find(called)?.Id == id)
                subject.Report(CallsItself, node, $"The call activity '{node.Id}' always calls its own process '{id}', which never ends.");
            if (node.IsSubProcess) foreach (var start in node.Bpmn("startEvent")) open.Push(start);
            if (node.Name is "eventBasedGateway" or "complexGateway") continue;
            var outgoing = subject.Flows.OutOf(node);
            if (outgoing.Count > 1 && node.Name is "exclusiveGateway" or "inclusiveGateway") continue;
            foreach (var flow in outgoing)
                if (flow.Child("conditionExpression") is null && node["default"] is null && subject.Flows.Target(flow) is { } target) open.Push(target);
        }
    }
}
