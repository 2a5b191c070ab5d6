using System.Collections.Frozen;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Which triggers an event can have where it stands (BPMN 2.0, tables of 10.5.2 to 10.5.4).</summary>
internal static class EventKinds
{
    private static readonly ModelRule Start = ModelRule.Error("start-event-kind",
        "A process starts without a trigger or by a message, timer, condition or signal; a sub-process without a trigger.",
        "Use another trigger, or an event sub-process.", "10.5.2 Start event");

    private static readonly ModelRule EventSubStart = ModelRule.Error("event-sub-process-trigger",
        "An event sub-process starts by a message, timer, error, escalation, compensation, condition or signal.",
        "Give its start event a trigger.", "10.5.2 Start event");

    private static readonly ModelRule Catch = ModelRule.Error("catch-event-kind",
        "An intermediate event catches a message, timer, condition, link or signal.",
        "Use another trigger, or a boundary event.", "10.5.4 Intermediate event");

    private static readonly ModelRule Throw = ModelRule.Error("throw-event-kind",
        "An intermediate event throws nothing, a message, an escalation, a compensation, a link or a signal.",
        "Use another trigger, or an end event.", "10.5.4 Intermediate event");

    private static readonly ModelRule Boundary = ModelRule.Error("boundary-event-kind",
        "A boundary event catches a message, timer, error, escalation, cancellation, compensation, condition or signal.",
        "Give it one of these triggers.", "10.5.4 Intermediate event");

    private static readonly ModelRule End = ModelRule.Error("end-event-kind",
        "An end event throws nothing, a message, error, escalation, cancellation, compensation or signal, or terminates.",
        "Use one of these, or an intermediate event before the end.", "10.5.3 End event");

    private static readonly ModelRule Uninterrupting = ModelRule.Error("always-interrupting",
        "Errors, cancellations and compensations interrupt: cancelActivity and isInterrupting are not false.",
        "Remove cancelActivity=\"false\" or isInterrupting=\"false\".", "10.5.4 Intermediate event");

    private static readonly ModelRule CancelBoundary = ModelRule.Error("cancel-without-transaction",
        "Only a transaction is cancelled: cancel events are attached to one, or end inside one.",
        "Make the sub-process a bpmn:transaction, or use another event.", "10.3.5 Sub-process");

    private static readonly FrozenSet<string> StartKinds = Kinds("message", "timer", "conditional", "signal");
    private static readonly FrozenSet<string> EventSubStartKinds =
        Kinds("message", "timer", "conditional", "signal", "error", "escalation", "compensate");

    private static readonly FrozenSet<string> CatchKinds = Kinds("message", "timer", "conditional", "link", "signal");
    private static readonly FrozenSet<string> ThrowKinds = Kinds("message", "escalation", "compensate", "link", "signal");
    private static readonly FrozenSet<string> BoundaryKinds =
        Kinds("message", "timer", "error", "escalation", "cancel", "compensate", "conditional", "signal");

    private static readonly FrozenSet<string> EndKinds = Kinds("message", "error", "escalation", "cancel", "compensate", "signal", "terminate");

    public static Check Check { get; } = new(Run, [Start, EventSubStart, Catch, Throw, Boundary, End, Uninterrupting, CancelBoundary]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsEvent) continue;
            switch (node.Name)
            {
                case "startEvent": CheckStart(subject, node); break;
                case "intermediateCatchEvent": Expect(subject, node, Catch, CatchKinds, Trigger.Needed); break;
                case "intermediateThrowEvent": Expect(subject, node, Throw, ThrowKinds, Trigger.Optional); break;
                case "boundaryEvent": CheckBoundary(subject, node); break;
                default: CheckEnd(subject, node); break;
            }
        }
    }

    private static void CheckStart(CheckSubject subject, ModelNode node)
    {
        if (node.Parent is not { } scope || !scope.IsScope || scope.Name == "adHocSubProcess") return;
        if (!scope.IsEventSubProcess)
        {
            Expect(subject, node, Start, scope.Name == "process" ? StartKinds : Kinds(), Trigger.Optional);
            return;
        }

        Expect(subject, node, EventSubStart, EventSubStartKinds, Trigger.Needed);
        if (node.Denies("isInterrupting")) CheckInterrupts(subject, node);
    }

    private static void CheckBoundary(CheckSubject subject, ModelNode node)
    {
        Expect(subject, node, Boundary, BoundaryKinds, Trigger.Needed);
        if (node.Denies("cancelActivity")) CheckInterrupts(subject, node);
        if (EventTriggers.Of(subject, node).Contains("cancel") && node["attachedToRef"] is { } reference
            && subject.Ids.Find(reference) is { IsActivity: true } host && host.Name != "transaction")
            subject.Report(CancelBoundary, node, $"The cancel event '{node.Id}' is attached to {host.Said}, which is not a transaction.");
    }

    private static void CheckEnd(CheckSubject subject, ModelNode node)
    {
        Expect(subject, node, End, EndKinds, Trigger.Optional);
        if (EventTriggers.Of(subject, node).Contains("cancel") && !node.IsInside("transaction"))
            subject.Report(CancelBoundary, node, $"The end event '{node.Id}' cancels, but is not inside a transaction.");
    }

    private static void CheckInterrupts(CheckSubject subject, ModelNode node)
    {
        if (EventTriggers.Of(subject, node).FirstOrDefault(kind => kind is "error" or "cancel" or "compensate") is { } kind)
            subject.Report(Uninterrupting, node, $"The {kind} event '{node.Id}' is marked as not interrupting.");
    }

    private static void Expect(CheckSubject subject, ModelNode node, ModelRule rule, FrozenSet<string> kinds, Trigger trigger)
    {
        var found = EventTriggers.Of(subject, node);
        if (found.FirstOrDefault(kind => kind != "unknown" && !kinds.Contains(kind)) is { } wrong)
            subject.Report(rule, node, $"{node.Said} has a trigger that it cannot have here: {wrong}. {rule.Summary}");
        else if (trigger == Trigger.Needed && found.IsEmpty)
            subject.Report(rule, node, $"{node.Said} has no trigger. {rule.Summary}");
    }

    private static FrozenSet<string> Kinds(params string[] kinds) => kinds.ToFrozenSet(StringComparer.Ordinal);

    private enum Trigger
    {
        Needed,
        Optional,
    }
}
