using System.Collections.Frozen;
using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.BusinessRuleTasks;
using Ninben.Bpmn.Elements.CallActivities;
using Ninben.Bpmn.Elements.CatchEvents;
using Ninben.Bpmn.Elements.ComplexGateways;
using Ninben.Bpmn.Elements.EndEvents;
using Ninben.Bpmn.Elements.InclusiveGateways;
using Ninben.Bpmn.Elements.ReceiveTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Elements.ThrowEvents;
using Ninben.Bpmn.Events.Compensations;
using Ninben.Bpmn.Events.Links;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Xml;

/// <summary>Builds the linked process from its XML. Faults are reported and what they concern is left out; a process with errors is never used.</summary>
internal sealed class ProcessBuilder(ModelFile file)
{
    private const int MostTokens = 1_000;

    // BPMN elements that carry no behaviour of their own here: drawing, data, documentation, people.
    private static readonly FrozenSet<string> Tolerated = new[]
    {
        "documentation", "extensionElements", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "property", "ioSpecification",
        "dataInputAssociation", "dataOutputAssociation", "textAnnotation", "association", "group", "artifact", "auditing", "monitoring", "category",
        "incoming", "outgoing", "script", "resourceRole", "performer", "humanPerformer", "potentialOwner", "supportedInterfaceRef", "rendering",
        "correlationSubscription", "dataInput", "dataOutput", "inputSet", "outputSet", "supports", "ioBinding", "conversationAssociation",
        // Parts that the reader of their element reads.
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "completionCondition", "activationCondition", "eventDefinitionRef", "operationRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SequenceFlow Flow, ModelNode Node, Element? Scope)> _flows = new(StringComparer.Ordinal);
    private readonly List<(Element Element, ModelNode Node)> _nodes = [];
    private ILookup<Element?, Element> _inside = Enumerable.Empty<Element>().ToLookup(element => element.Parent);

    public ProcessDefinition Build(ModelNode process, string hash)
    {
        ReadScope(process, null);
        _inside = _nodes.Select(entry => entry.Element).ToLookup(element => element.Parent);
        LinkFlows();
        LinkBoundaries();
        LinkDefaults();
        LinkCompensation(process);
        LinkLinks();
        var definition = new ProcessDefinition(process.Id!, process["name"], hash)
        {
            ById = _elements.ToFrozenDictionary(StringComparer.Ordinal),
            FlowById = _flows.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Flow, StringComparer.Ordinal),
            Content = ContentOf(null),
            EventStarts = [.. _nodes.Where(entry => IsEventStart(entry.Element, entry.Node)).Select(entry => entry.Element)],
            HasLookingJoins = _nodes.Exists(entry => LooksAhead(entry.Element)),
            Calls = Sorted(element => [element.Detail is CallActivity { Process.Expression: null } call ? call.Process.Literal.AsString() : null]),
            Decisions = Sorted(element => [element.Hold.Gate, (element.Detail as BusinessRuleTask)?.Decision]),
            Gates = Sorted(element => [element.Hold.Gate]),
            Connectors = Sorted(element => [(element.Detail as ServiceTask)?.Connector, (element.Detail as ActionTask)?.Connector]),
        };
        foreach (var (element, _) in _nodes)
        {
            if (IsScope(element)) element.Content = ContentOf(element);
            if (LooksAhead(element)) element.LooksAhead();
        }

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
            file.Findings.Error("element-without-id", $"A {kind.Name} has no id.", node, "Write id=\"...\".");
            return;
        }

        if (_elements.ContainsKey(id)) return;
        RefuseUnsupportedParts(node, kind);
        var own = new ElementSource(node, id, file);
        var source = own;
        // A global task runs as if it were drawn where it is called.
        if (GlobalTask(own) is var (task, called)) (kind, source) = (task, new ElementSource(called, id, file));
        if (kind.Read(source) is not { } detail) return;
        var element = new Element(id, kind, detail)
        {
            Name = node["name"],
            Documentation = node.Child("documentation")?.Text.Trim() is { Length: > 0 } words ? words : null,
            Index = file.Elements++,
            Parent = parent,
            Hold = source.Hold(),
            Loop = LoopReader.Read(own),
            Inputs = own.OwnInputs(),
            Outputs = own.OwnOutputs(),
            Quantities = Quantities(own),
            IsForCompensation = node["isForCompensation"] is "true" or "1",
            Line = node.Line,
            Column = node.Column,
        };
        _elements.Add(id, element);
        _nodes.Add((element, node));
        if (IsScope(element)) ReadScope(node, element);
    }

    private void RefuseUnsupportedParts(ModelNode node, ElementKind kind)
    {
        if (kind.Tag is "subProcess" or "transaction" or "adHocSubProcess") return;
        foreach (var child in node.Children)
        {
            if (!child.IsBpmn || Tolerated.Contains(child.Name)) continue;
            // Definitions are read, and refused, by their event.
            if (kind.Tag.EndsWith("Event", StringComparison.Ordinal) && child.Name.EndsWith("EventDefinition", StringComparison.Ordinal)) continue;
            Unsupported(child);
        }
    }

    private void Unsupported(ModelNode node)
    {
        file.Findings.Error("unsupported-element", $"'bpmn:{node.Name}' cannot be executed{(node.Id is null ? "" : $" (element '{node.Id}')")}.", node,
            "docs/bpmn.md lists what can be executed.");
    }

    private void ReadFlow(ModelNode node, Element? parent)
    {
        if (node.Id is not { Length: > 0 } id)
        {
            file.Findings.Error("element-without-id", "A sequence flow has no id.", node, "Write id=\"...\".");
            return;
        }

        if (_flows.ContainsKey(id)) return;
        var condition = node.Child("conditionExpression") is { } expression && !string.IsNullOrWhiteSpace(expression.Text)
            ? new ElementSource(node, id, file).CompileText(expression)
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
        // Checks report an end that is missing, names nothing or lies in another scope.
        if (flow[attribute] is not { } reference || !_elements.TryGetValue(reference.Trim(), out var element)) return null;
        return element.Parent == scope ? element : null;
    }

    private void LinkBoundaries()
    {
        var boundaries = new Dictionary<Element, List<Element>>();
        foreach (var (element, node) in _nodes)
        {
            if (node.Name != "boundaryEvent") continue;
            if (node["attachedToRef"] is { } reference && _elements.TryGetValue(reference.Trim(), out var host) && host.Parent == element.Parent)
            {
                element.Host = host;
                Add(boundaries, host, element);
            }
        }

        foreach (var (host, events) in boundaries) host.Boundaries = [.. events];
    }

    private void LinkDefaults()
    {
        foreach (var (element, node) in _nodes)
        {
            if (node["default"] is not { } reference) continue;
            // A check reports one that does not leave its owner.
            element.Default = element.Outgoing.FirstOrDefault(flow => flow.Id == reference.Trim());
        }
    }

    /// <summary>A compensation boundary event points at its handler with an association, in either direction of the scope that they share.</summary>
    private void LinkCompensation(ModelNode process)
    {
        foreach (var node in IdIndex.Nodes(process))
        {
            if (node.Name != "association" || Find(node["sourceRef"]) is not { } source || Find(node["targetRef"]) is not { } target) continue;
            var (boundary, handler) = source.Detail is BoundaryEvent ? (source, target) : (target, source);
            if (boundary.Detail is BoundaryEvent detail && detail.Find<CompensationDefinition>() is not null && boundary.Host is { } host)
                host.Compensation = handler;
        }
    }

    private Element? Find(string? reference) => reference is null ? null : _elements.GetValueOrDefault(ElementSource.Local(reference));

    private void LinkLinks()
    {
        var caught = new Dictionary<(Element? Scope, string Name), Element>();
        foreach (var (element, _) in _nodes)
            if (element.Detail is CatchEvent detail && detail.Find<LinkDefinition>() is { } link) caught.TryAdd((element.Parent, link.Name), element);
        var thrown = new Dictionary<Element, List<Element>>();
        foreach (var (element, node) in _nodes)
        {
            if (element.Detail is not ThrowEvent detail || detail.Find<LinkDefinition>() is not { } link) continue;
            if (caught.TryGetValue((element.Parent, link.Name), out var target)) Add(thrown, element.LinkTarget = target, element);
            else
                file.Findings.Error("link-without-target", $"No catching link event of the same scope is named '{link.Name}'.", node,
                    "Add an intermediate catch event with a link of that name.");
        }

        foreach (var (target, sources) in thrown) target.LinkSources = [.. sources];
    }

    private ScopeContent ContentOf(Element? scope)
    {
        var parts = _inside[scope].Where(element => element.Detail is SubProcess { Form: SubProcessForm.Event });
        ImmutableArray<Element> eventStarts = [.. parts.SelectMany(StartsIn).Where(start => start.Detail is StartEvent { Definitions.IsEmpty: false })];
        var starts = StartsIn(scope).ToList();
        if (starts.Find(start => start.Detail is StartEvent { Definitions.IsEmpty: true }) is { } plain) return new ScopeContent([plain], eventStarts);
        if (starts.Count > 0) return new ScopeContent([starts[0]], eventStarts);
        return new ScopeContent([.. _inside[scope].Where(IsEntry)], eventStarts);
    }

    // A receive task that instantiates begins a process like a message start event (BPMN 2.0, 13.3.3).
    private static bool IsEventStart(Element element, ModelNode node) => element.Parent is null
        && (element.Detail is StartEvent { Definitions.IsEmpty: false } || (element.Detail is ReceiveTask && node["instantiate"] is "true" or "1"));

    private IEnumerable<Element> StartsIn(Element? scope) => _inside[scope].Where(element => element.Detail is StartEvent);

    /// <summary>BPMN 2.0, 13.1: without a start event, what has no incoming flow begins; except what is only entered in another way.</summary>
    private static bool IsEntry(Element element) => element.Incoming.IsEmpty && !element.IsForCompensation && element.Host is null
        && element.Detail is not (BoundaryEvent or EndEvent or SubProcess { Form: SubProcessForm.Event })
        && !(element.Detail is CatchEvent caught && caught.Find<LinkDefinition>() is not null);

    private static bool IsScope(Element element) => element.Detail is SubProcess or AdHocSubProcess;

    private static bool LooksAhead(Element element) => element is { Detail: InclusiveGateway or ComplexGateway, Incoming.Length: > 1 };

    private static (ElementKind Kind, ModelNode Node)? GlobalTask(ElementSource call)
    {
        if (call.Node.Name != "callActivity" || call.Shared(call.Node["calledElement"]) is not { } called) return null;
        var tag = called.Name switch
        {
            "globalTask" => "task",
            "globalScriptTask" => "scriptTask",
            "globalUserTask" => "userTask",
            "globalManualTask" => "manualTask",
            "globalBusinessRuleTask" => "businessRuleTask",
            _ => null,
        };
        return tag is null ? null : (ElementCatalogue.Kinds.Last(kind => kind.Tag == tag), called);
    }

    private static TokenQuantities Quantities(ElementSource source)
    {
        if (source.Node["startQuantity"] is null && source.Node["completionQuantity"] is null) return TokenQuantities.One;
        var found = new TokenQuantities(source.Number(source.Node, "startQuantity", 1, (1, MostTokens)),
            source.Number(source.Node, "completionQuantity", 1, (1, MostTokens)));
        return found == TokenQuantities.One ? TokenQuantities.One : found;
    }

    private ImmutableArray<string> Sorted(Func<Element, string?[]> names) =>
        [.. _nodes.SelectMany(entry => names(entry.Element)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void Add<T>(Dictionary<Element, List<T>> lists, Element element, T item)
    {
        if (!lists.TryGetValue(element, out var list)) lists.Add(element, list = []);
        list.Add(item);
    }
}
