using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.BusinessRuleTasks;
using Ninben.Bpmn.Elements.CallActivities;
using Ninben.Bpmn.Elements.CatchEvents;
using Ninben.Bpmn.Elements.ComplexGateways;
using Ninben.Bpmn.Elements.EndEvents;
using Ninben.Bpmn.Elements.EventGateways;
using Ninben.Bpmn.Elements.ExclusiveGateways;
using Ninben.Bpmn.Elements.InclusiveGateways;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Bpmn.Elements.PlainTasks;
using Ninben.Bpmn.Elements.ReceiveTasks;
using Ninben.Bpmn.Elements.ScriptTasks;
using Ninben.Bpmn.Elements.SendTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Elements.ThrowEvents;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements;

/// <summary>Every element that can be executed, one line each. Whatever has no line is refused at deployment.</summary>
internal static class ElementCatalogue
{
    public static readonly ElementKind[] Kinds =
    [
        new("start event", "startEvent", Always, StartEventReader.Read, new StartEventBehaviour())
        {
            Note = "begins a process or a part of one, by itself or with one of the events below; without any, what has no incoming flow begins",
        },
        new("end event", "endEvent", IsMessageWork, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("end event", "endEvent", Always, EndEventReader.Read, new ThrowingBehaviour())
        {
            Note = "ends one path; with an event it causes that event too",
        },
        new("intermediate catch event", "intermediateCatchEvent", Always, CatchEventReader.Read, new CatchEventBehaviour())
        {
            Note = "waits in the flow for one of its events, or for all of them with `parallelMultiple`",
        },
        new("intermediate throw event", "intermediateThrowEvent", IsMessageWork, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("intermediate throw event", "intermediateThrowEvent", Always, ThrowEventReader.Read, new ThrowingBehaviour())
        {
            Note = "causes its events and goes on; without one it is a milestone",
        },
        new("boundary event", "boundaryEvent", Always, BoundaryEventReader.Read, new BoundaryEventBehaviour())
        {
            Note = "watches an activity; ends it, or opens a path beside it with `cancelActivity=\"false\"`",
        },
        new("action", "serviceTask", IsAction, ActionTaskReader.Read, new ActionTaskBehaviour(), Settling.ReleasesAction)
        {
            Note = "a service or send task with `ninben:action`: an effect on the world, held first and sent with one stable key",
        },
        new("action", "sendTask", IsAction, ActionTaskReader.Read, new ActionTaskBehaviour(), Settling.ReleasesAction),
        new("service task", "serviceTask", Always, ServiceTaskReader.Read, new ServiceTaskBehaviour())
        {
            Note = "outside work by the connector of `ninben:connector` (or of the worker that `zeebe:taskDefinition` names)",
        },
        new("service task", "sendTask", ServiceTaskReader.HasWork, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("send task", "sendTask", Always, SendTaskReader.Read, new SendTaskBehaviour())
        {
            Note = "sends a message to another case; with `ninben:connector` outside work, with `ninben:action` an effect",
        },
        new("receive task", "receiveTask", Always, ReceiveTaskReader.Read, new CatchEventBehaviour())
        {
            Note = "waits for a message; an activity, so it can be watched and repeated, and with `instantiate` it begins a process",
        },
        new("user task", "userTask", Always, UserTaskReader.Read, new UserTaskBehaviour())
        {
            Note = "a review of any value by a person",
        },
        new("script task", "scriptTask", Always, ScriptTaskReader.Read, new ScriptTaskBehaviour())
        {
            Note = "FEEL, evaluated at once",
        },
        new("business rule task", "businessRuleTask", ServiceTaskReader.HasWork, ServiceTaskReader.Read, new ServiceTaskBehaviour())
        {
            Note = "a DMN decision, the newest deployed version",
        },
        new("business rule task", "businessRuleTask", Always, BusinessRuleTaskReader.Read, new BusinessRuleTaskBehaviour()),
        new("manual task", "manualTask", Always, _ => new PlainTask(), new PlainTaskBehaviour())
        {
            Note = "done outside of any system: the token passes",
        },
        new("task", "task", Always, _ => new PlainTask(), new PlainTaskBehaviour())
        {
            Note = "without a kind: the token passes",
        },
        new("exclusive gateway", "exclusiveGateway", Always, _ => new ExclusiveGateway(), new ExclusiveGatewayBehaviour())
        {
            Note = "the first condition that holds in document order, else the default flow",
        },
        new("parallel gateway", "parallelGateway", Always, _ => new ParallelGateway(), new ParallelGatewayBehaviour())
        {
            Note = "a token from each incoming flow, then a token on each outgoing one; a token that comes twice over one flow waits for the next round",
        },
        new("inclusive gateway", "inclusiveGateway", Always, _ => new InclusiveGateway(), new InclusiveGatewayBehaviour())
        {
            Note = "every flow whose condition holds, else the default; as a join it waits only for what can still arrive",
        },
        new("complex gateway", "complexGateway", Always, ComplexGatewayReader.Read, new ComplexGatewayBehaviour())
        {
            Note = "goes on when `activationCondition` holds over `activationCount`, then takes in what still arrives; `waitingForStart` tells both apart",
        },
        new("event-based gateway", "eventBasedGateway", Always, EventGatewayReader.Read, new EventGatewayBehaviour())
        {
            Note = "the first of the events that follow takes the token; its parallel form is refused",
        },
        new("sub-process", "subProcess", Always, SubProcessReader.Read, new SubProcessBehaviour())
        {
            Note = "a part with variables of its own; with `triggeredByEvent` it is an event sub-process",
        },
        new("transaction", "transaction", Always, SubProcessReader.Read, new SubProcessBehaviour())
        {
            Note = "a sub-process that a cancel end event undoes: everything completed in it is compensated in reverse order",
        },
        new("ad-hoc sub-process", "adHocSubProcess", Always, AdHocSubProcessReader.Read, new AdHocSubProcessBehaviour())
        {
            Note = "activities without a fixed order, chosen by the model, by people, or by a worker such as an agent",
        },
        new("call activity", "callActivity", Always, CallActivityReader.Read, new CallActivityBehaviour())
        {
            Note = "runs another deployed process inside the case, in the version that is pinned when the call begins; also global tasks of the file. With "
                + "`ninben:call case=\"own\"`, or when the calling case has become large, as a case of its own",
        },
    ];

    /// <summary>The kind of an XML element, or null when it cannot be executed.</summary>
    public static ElementKind? Find(ModelNode node)
    {
        foreach (var kind in Kinds)
            if (kind.Tag == node.Name && kind.Matches(node)) return kind;
        return null;
    }

    /// <summary>Whether the element is an activity: it can repeat, be watched and be compensated.</summary>
    public static bool IsActivity(string tag) => tag.EndsWith("Task", StringComparison.Ordinal)
        || tag is "task" or "subProcess" or "transaction" or "adHocSubProcess" or "callActivity";

    private static bool Always(ModelNode node) => true;

    // A message that a worker sends: the event waits until it has.
    private static bool IsMessageWork(ModelNode node) => node.Child("messageEventDefinition") is not null && ServiceTaskReader.HasWork(node);

    private static bool IsAction(ModelNode node) => node.Extension("action") is not null;
}
