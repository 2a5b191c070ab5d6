using System.Collections.Frozen;
using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.BusinessRuleTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Xml;

/// <summary>Builds the linked process from its XML. Faults are reported and what they concern is left out; a process with errors is never used.</summary>
internal sealed class ProcessBuilder(FindingList findings)
{
    // BPMN elements that carry no behaviour of their own here: drawing, data, documentation, people.
    private static readonly FrozenSet<string> Tolerated = new[]
    {
        "documentation", "extensionElements", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "property", "ioSpecification",
        "dataInputAssociation", "dataOutputAssociation", "textAnnotation", "association", "group", "artifact", "auditing", "monitoring", "category",
        "incoming", "outgoing", "script", "resourceRole", "performer", "humanPerformer", "potentialOwner", "supportedInterfaceRef", "rendering",
        "correlationSubscription", "dataInput", "dataOutput", "inputSet", "outputSet", "supports",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SequenceFlow Flow, ModelNode Node, Element? Scope)> _flows = new(StringComparer.Ordinal);
    private readonly List<(Element Element, ModelNode Node)> _nodes = [];

    public ProcessDefinition Build(ModelNode process, string hash)
    {
        ReadScope(process, null);
        LinkFlows();
        LinkBoundaries();
        LinkDefaults();
        var definition = new ProcessDefinition(process.Id!, process["name"], hash)
        {
            ById = _elements.ToFrozenDictionary(StringComparer.Ordinal),
            FlowById = _flows.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Flow, StringComparer.Ordinal),
            Start = StartIn(null),
            Decisions = Sorted(element => [element.Hold.Gate, (element.Detail as BusinessRuleTask)?.Decision]),
            Gates = Sorted(element => [element.Hold.Gate]),
            Connectors = Sorted(element => [(element.Detail as ServiceTask)?.Connector, (element.Detail as ActionTask)?.Connector]),
        };
        definition.StartByScope = _elements.Values.Where(element => element.Detail is SubProcess && StartIn(element) is not null)
            .ToFrozenDictionary(element => element.Id, element => StartIn(element)!, StringComparer.Ordinal);
        definition.ActionsByApproval = _nodes.Select(entry => entry.Element).Where(element => element.Detail is ActionTask { ApprovedBy: not null })
            .GroupBy(element => ((ActionTask)element.Detail).ApprovedBy!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        return definition;
    }

    private void ReadScope(ModelNode scope, Element? parent)
    {
        foreach (var node in scope.Children)
        {
            // Elements of other namespaces extend the model for other tools.
            if (!node.IsBpmn || Tolerated.Contains(node.Name)) continue;
            if (node.Name == "sequenceFlow") ReadFlow(node, parent);
            else if (ElementCatalogue.Find(node) is { } kind) ReadElement(node, kind, parent);
            else Unsupported(node);
        }
    }

    private void ReadElement(ModelNode node, ElementKind kind, Element? parent)
    {
        if (node.Id is not { Length: > 0 } id)
        {
            findings.Error("element-without-id", $"A {kind.Name} has no id.", node, "Write id=\"...\".");
            return;
        }

        if (_elements.ContainsKey(id)) return;
        RefuseUnsupportedParts(node, kind);
        var source = new ElementSource(node, id, findings);
        if (kind.Read(source) is not { } detail) return;
        var element = new Element(id, kind, detail)
        {
            Name = node["name"],
            Parent = parent,
            Hold = source.Hold(),
            Line = node.Line,
            Column = node.Column,
        };
        _elements.Add(id, element);
        _nodes.Add((element, node));
        if (detail is SubProcess) ReadScope(node, element);
    }

    private void RefuseUnsupportedParts(ModelNode node, ElementKind kind)
    {
        if (node["isForCompensation"] == "true")
            findings.Error("unsupported-element", $"The {kind.Name} '{node.Id}' is for compensation, which cannot be executed.", node,
                "Remove isForCompensation=\"true\".");
        if (kind.Tag == "subProcess") return;
        foreach (var child in node.Children)
        {
            if (!child.IsBpmn || Tolerated.Contains(child.Name)) continue;
            if (child.Name is "terminateEventDefinition" or "timerEventDefinition" or "errorEventDefinition") continue;
            Unsupported(child);
        }
    }

    private void Unsupported(ModelNode node)
    {
        // Several event definitions, or one that its event cannot have, are found by the event: name the definition that is the reason.
        var reason = node.Children.FirstOrDefault(child => child.IsBpmn && child.Name.EndsWith("EventDefinition", StringComparison.Ordinal));
        var what = reason is null ? $"bpmn:{node.Name}" : $"bpmn:{node.Name} with {reason.Name}";
        findings.Error("unsupported-element", $"'{what}' cannot be executed{(node.Id is null ? "" : $" (element '{node.Id}')")}.", node,
            "docs/bpmn.md lists what can be executed.");
    }

    private void ReadFlow(ModelNode node, Element? parent)
    {
        if (node.Id is not { Length: > 0 } id)
        {
            findings.Error("element-without-id", "A sequence flow has no id.", node, "Write id=\"...\".");
            return;
        }

        if (_flows.ContainsKey(id)) return;
        var condition = node.Child("conditionExpression") is { } expression && !string.IsNullOrWhiteSpace(expression.Text)
            ? new ElementSource(node, id, findings).CompileText(expression)
            : null;
        _flows.Add(id, (new SequenceFlow(id, node["name"], condition) { Line = node.Line, Column = node.Column }, node, parent));
    }

    private void LinkFlows()
    {
        var incoming = new Dictionary<Element, List<SequenceFlow>>();
        var outgoing = new Dictionary<Element, List<SequenceFlow>>();
        foreach (var (flow, node, scope) in _flows.Values)
        {
            if (End(node, "sourceRef", scope) is not { } source || End(node, "targetRef", scope) is not { } target) continue;
            (flow.Source, flow.Target) = (source, target);
            Add(outgoing, source, flow);
            Add(incoming, target, flow);
        }

        foreach (var (element, flows) in incoming) element.Incoming = [.. flows];
        foreach (var (element, flows) in outgoing) element.Outgoing = [.. flows];
    }

    private Element? End(ModelNode flow, string attribute, Element? scope)
    {
        if (flow[attribute] is not { } reference)
        {
            findings.Error("dangling-reference", $"The sequence flow '{flow.Id}' has no {attribute}.", flow);
            return null;
        }

        // An id that names nothing is reported by the check of dangling references, with its own position.
        if (!_elements.TryGetValue(reference.Trim(), out var element)) return null;
        if (element.Parent == scope) return element;
        findings.Error("flow-crosses-scope", $"The sequence flow '{flow.Id}' crosses the border of a sub-process at '{element.Id}'.", flow,
            "Sequence flows stay inside one sub-process.");
        return null;
    }

    private void LinkBoundaries()
    {
        foreach (var (element, node) in _nodes)
        {
            if (node.Name != "boundaryEvent") continue;
            if (node["attachedToRef"] is { } reference && _elements.TryGetValue(reference.Trim(), out var host) && host.Parent == element.Parent)
            {
                element.Host = host;
                host.Boundaries = host.Boundaries.Add(element);
            }
            else if (node["attachedToRef"] is null)
            {
                findings.Error("dangling-reference", $"The boundary event '{element.Id}' is not attached to anything.", node, "Write attachedToRef=\"...\".");
            }
        }
    }

    private void LinkDefaults()
    {
        foreach (var (element, node) in _nodes)
        {
            if (node["default"] is not { } reference) continue;
            element.Default = element.Outgoing.FirstOrDefault(flow => flow.Id == reference.Trim());
            if (element.Default is null)
                findings.Error("dangling-reference", $"The default flow '{reference}' of '{element.Id}' does not leave it.", node);
        }
    }

    private Element? StartIn(Element? scope) =>
        _nodes.Select(entry => entry.Element).FirstOrDefault(element => element.Detail is StartEvent && element.Parent == scope);

    private ImmutableArray<string> Sorted(Func<Element, string?[]> names) =>
        [.. _nodes.SelectMany(entry => names(entry.Element)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void Add(Dictionary<Element, List<SequenceFlow>> lists, Element element, SequenceFlow flow)
    {
        if (!lists.TryGetValue(element, out var list)) lists.Add(element, list = []);
        list.Add(flow);
    }
}
