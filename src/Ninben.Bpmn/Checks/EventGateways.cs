using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>An event-based gateway waits for the first of several events (BPMN 2.0, 10.6.6).</summary>
internal static class EventGateways
{
    private const string Clause = "10.6.6 Event-based gateway";

    private static readonly ModelRule Branches = ModelRule.Error("event-gateway-branches", "An event-based gateway has two or more outgoing flows.",
        "Add another event to wait for, or remove the gateway.", Clause);

    private static readonly ModelRule Target = ModelRule.Error("event-gateway-target",
        "An event-based gateway leads to receive tasks and to events that catch a message, timer, condition or signal.",
        "Put such an event between the gateway and this element.", Clause);

    private static readonly ModelRule Shared = ModelRule.Error("event-gateway-target-shared",
        "What follows an event-based gateway has no other incoming flow.", "Remove the other flow, or merge after the event.", Clause);

    private static readonly ModelRule Boundary = ModelRule.Error("event-gateway-target-boundary",
        "A receive task after an event-based gateway has no boundary events.", "Make its event another branch of the gateway.", Clause);

    private static readonly ModelRule Mixed = ModelRule.Error("event-gateway-mixed",
        "After an event-based gateway messages are received by events or by receive tasks, not by both.", "Use one of the two.", Clause);

    private static readonly ModelRule Instantiating = ModelRule.Error("instantiating-gateway",
        "A gateway that starts a process has no incoming flow; one that waits for all its events starts a process.",
        "Remove instantiate=\"true\" or the flow; write instantiate=\"true\" with eventGatewayType=\"Parallel\".", Clause);

    public static Check Check { get; } = new(Run, [Branches, Target, Shared, Boundary, Mixed, Instantiating]);

    private static void Run(CheckSubject subject)
    {
        foreach (var gateway in subject.Nodes)
        {
            if (gateway.Name != "eventBasedGateway") continue;
            var targets = subject.Flows.After(gateway).ToList();
            if (subject.Flows.OutOf(gateway).Count < 2)
                subject.Report(Branches, gateway, $"The event-based gateway '{gateway.Id}' has {subject.Flows.OutOf(gateway).Count} outgoing flows.");
            foreach (var target in targets) CheckTarget(subject, gateway, target);
            if (targets.Exists(target => target.Name == "receiveTask")
                && targets.Exists(target => target.IsEvent && EventTriggers.Of(subject, target).Contains("message")))
                subject.Report(Mixed, gateway, $"The event-based gateway '{gateway.Id}' leads to receive tasks and to message events.");
            if (gateway.Has("instantiate") && subject.Flows.Into(gateway) is [var flow, ..])
                subject.Report(Instantiating, gateway, $"The gateway '{gateway.Id}' starts a process, but has an incoming flow, '{flow.Id}'.");
            if (gateway["eventGatewayType"] == "Parallel" && !gateway.Has("instantiate"))
                subject.Report(Instantiating, gateway, $"The gateway '{gateway.Id}' waits for all its events, but does not start a process.");
        }
    }

    private static void CheckTarget(CheckSubject subject, ModelNode gateway, ModelNode target)
    {
        var triggers = EventTriggers.Of(subject, target);
        var isRight = target.Name == "receiveTask" || (target.Name == "intermediateCatchEvent"
            && triggers.All(trigger => trigger is "message" or "timer" or "conditional" or "signal" or "unknown"));
        if (!isRight)
        {
            var what = target.IsEvent && !triggers.IsEmpty ? $"{target.Said} ({string.Join(", ", triggers)})" : target.Said;
            subject.Report(Target, target, $"The event-based gateway '{gateway.Id}' leads to {what}.");
        }

        if (subject.Flows.Into(target).Count > 1)
            subject.Report(Shared, target, $"{target.Said} follows the event-based gateway '{gateway.Id}', but has another incoming flow.");
        if (target.Name == "receiveTask" && subject.Flows.BoundariesOf(target) is [var boundary, ..])
            subject.Report(Boundary, boundary, $"'{boundary.Id}' is attached to '{target.Id}', which follows the event-based gateway '{gateway.Id}'.");
    }
}
