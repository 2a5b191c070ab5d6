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
        new("start event", "startEvent", Always, StartEventReader.Read, new StartEventBehaviour()),
        new("end event", "endEvent", Always, EndEventReader.Read, new ThrowingBehaviour()),
        new("intermediate catch event", "intermediateCatchEvent", Always, CatchEventReader.Read, new CatchEventBehaviour()),
        new("intermediate throw event", "intermediateThrowEvent", Always, ThrowEventReader.Read, new ThrowingBehaviour()),
        new("boundary event", "boundaryEvent", Always, BoundaryEventReader.Read, new BoundaryEventBehaviour()),
        new("action", "serviceTask", IsAction, ActionTaskReader.Read, new ActionTaskBehaviour(), Settling.ReleasesAction),
        new("action", "sendTask", IsAction, ActionTaskReader.Read, new ActionTaskBehaviour(), Settling.ReleasesAction),
        new("service task", "serviceTask", Always, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("service task", "sendTask", ServiceTaskReader.HasWork, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("send task", "sendTask", Always, SendTaskReader.Read, new SendTaskBehaviour()),
        new("receive task", "receiveTask", Always, ReceiveTaskReader.Read, new CatchEventBehaviour()),
        new("user task", "userTask", Always, UserTaskReader.Read, new UserTaskBehaviour()),
        new("script task", "scriptTask", Always, ScriptTaskReader.Read, new ScriptTaskBehaviour()),
        new("business rule task", "businessRuleTask", ServiceTaskReader.HasWork, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("business rule task", "businessRuleTask", Always, BusinessRuleTaskReader.Read, new BusinessRuleTaskBehaviour()),
        new("manual task", "manualTask", Always, _ => new PlainTask(), new PlainTaskBehaviour()),
        new("task", "task", Always, _ => new PlainTask(), new PlainTaskBehaviour()),
        new("exclusive gateway", "exclusiveGateway", Always, _ => new ExclusiveGateway(), new ExclusiveGatewayBehaviour()),
        new("parallel gateway", "parallelGateway", Always, _ => new ParallelGateway(), new ParallelGatewayBehaviour()),
        new("inclusive gateway", "inclusiveGateway", Always, _ => new InclusiveGateway(), new InclusiveGatewayBehaviour()),
        new("complex gateway", "complexGateway", Always, ComplexGatewayReader.Read, new ComplexGatewayBehaviour()),
        new("event-based gateway", "eventBasedGateway", Always, EventGatewayReader.Read, new EventGatewayBehaviour()),
        new("sub-process", "subProcess", Always, SubProcessReader.Read, new SubProcessBehaviour()),
        new("transaction", "transaction", Always, SubProcessReader.Read, new SubProcessBehaviour()),
        new("ad-hoc sub-process", "adHocSubProcess", Always, AdHocSubProcessReader.Read, new AdHocSubProcessBehaviour()),
        new("call activity", "callActivity", Always, CallActivityReader.Read, new CallActivityBehaviour()),
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

    private static bool IsAction(ModelNode node) => node.Extension("action") is not null;
}
