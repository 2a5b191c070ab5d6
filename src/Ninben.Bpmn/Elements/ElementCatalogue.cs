using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.BoundaryErrors;
using Ninben.Bpmn.Elements.BoundaryTimers;
using Ninben.Bpmn.Elements.BusinessRuleTasks;
using Ninben.Bpmn.Elements.EndEvents;
using Ninben.Bpmn.Elements.ExclusiveGateways;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Bpmn.Elements.ScriptTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Elements.TerminateEnds;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements;

/// <summary>Every element that can be executed, one line each. Whatever has no line is refused at deployment.</summary>
internal static class ElementCatalogue
{
    public static readonly ElementKind[] Kinds =
    [
        new("start event", "startEvent", IsNone, _ => new StartEvent(), new StartEventBehaviour()),
        new("end event", "endEvent", IsNone, _ => new EndEvent(), new EndEventBehaviour()),
        new("terminate end event", "endEvent", Has("terminateEventDefinition"), _ => new TerminateEnd(), new TerminateEndBehaviour()),
        new("action", "serviceTask", node => node.Extension("action") is not null, ActionTaskReader.Read, new ActionTaskBehaviour(), Settling.ReleasesAction),
        new("service task", "serviceTask", Always, ServiceTaskReader.Read, new ServiceTaskBehaviour()),
        new("user task", "userTask", Always, UserTaskReader.Read, new UserTaskBehaviour()),
        new("script task", "scriptTask", Always, ScriptTaskReader.Read, new ScriptTaskBehaviour()),
        new("business rule task", "businessRuleTask", Always, BusinessRuleTaskReader.Read, new BusinessRuleTaskBehaviour()),
        new("exclusive gateway", "exclusiveGateway", Always, _ => new ExclusiveGateway(), new ExclusiveGatewayBehaviour()),
        new("parallel gateway", "parallelGateway", Always, _ => new ParallelGateway(), new ParallelGatewayBehaviour()),
        new("sub-process", "subProcess", Always, SubProcessReader.Read, new SubProcessBehaviour()),
        new("boundary timer", "boundaryEvent", Has("timerEventDefinition"), BoundaryTimerReader.Read, new BoundaryTimerBehaviour()),
        new("boundary error", "boundaryEvent", Has("errorEventDefinition"), BoundaryErrorReader.Read, new BoundaryErrorBehaviour()),
    ];

    /// <summary>The kind of an XML element, or null when it cannot be executed.</summary>
    public static ElementKind? Find(ModelNode node)
    {
        foreach (var kind in Kinds)
            if (kind.Tag == node.Name && kind.Matches(node)) return kind;
        return null;
    }

    private static bool Always(ModelNode node) => true;

    private static bool IsNone(ModelNode node) => EventDefinitions(node) == 0;

    private static Func<ModelNode, bool> Has(string definition) => node => node.Child(definition) is not null && EventDefinitions(node) == 1;

    private static int EventDefinitions(ModelNode node)
    {
        var count = 0;
        foreach (var child in node.Children)
            if (child.IsBpmn && (child.Name.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name == "eventDefinitionRef")) count++;
        return count;
    }
}
