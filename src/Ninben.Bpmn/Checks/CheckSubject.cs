using System.Collections.Immutable;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Checks;

/// <summary>What a check looks at.</summary>
/// <param name="Root">The whole document.</param>
/// <param name="Ids">BPMN nodes by id.</param>
/// <param name="Processes">The executable processes as far as they could be built.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record CheckSubject(ModelNode Root, IdIndex Ids, ImmutableArray<ProcessDefinition> Processes, FindingList Findings)
{
    /// <summary>Elements of all executable processes in document order.</summary>
    public IEnumerable<Element> Elements =>
        Processes.SelectMany(process => process.ById.Values).OrderBy(element => element.Line).ThenBy(element => element.Column);

    /// <summary>The element of that id in the executable processes, in the first that has it, or null.</summary>
    public Element? Find(string id) => ById.GetValueOrDefault(id);

    private Dictionary<string, Element> ById
    {
        get
        {
            if (field is not null) return field;
            field = new Dictionary<string, Element>(StringComparer.Ordinal);
            foreach (var process in Processes)
                foreach (var (id, element) in process.ById) field.TryAdd(id, element);
            return field;
        }
    }

    /// <summary>All BPMN nodes of the document, in its order.</summary>
    public ImmutableArray<ModelNode> Nodes { get; } = [.. IdIndex.Nodes(Root)];

    /// <summary>The sequence flows as they are drawn, whether or not their ends can be executed.</summary>
    public FlowGraph Flows => field ??= FlowGraph.Of(Nodes, Ids);

    /// <summary>Kept by <see cref="EventTriggers"/>: the event definitions of a node and their kinds.</summary>
    public Dictionary<ModelNode, (ImmutableArray<ModelNode> Definitions, ImmutableArray<string> Kinds)> Triggers { get; } = [];

    public LinkPairs Links => field ??= LinkPairs.Of(this);

    /// <summary>BPMN nodes inside processes that are marked as executable, or inside the only process.</summary>
    public ImmutableArray<ModelNode> Executed
    {
        get
        {
            if (!field.IsDefault) return field;
            var processes = Root.Bpmn("process").ToList();
            var executed = processes.Count == 1 ? processes : processes.FindAll(process => process.Has("isExecutable"));
            return field = [.. executed.SelectMany(IdIndex.Nodes)];
        }
    }

    /// <summary>BPMN nodes inside processes that are marked as executable: what the standard asks of these only.</summary>
    public ImmutableArray<ModelNode> Executable
    {
        get
        {
            if (!field.IsDefault) return field;
            return field = [.. Root.Bpmn("process").Where(process => process.Has("isExecutable")).SelectMany(IdIndex.Nodes)];
        }
    }

    /// <summary>Says that a node breaks a rule; once for each place.</summary>
    public void Report(ModelRule rule, ModelNode node, string message, string? hint = null)
    {
        var owner = node;
        while (owner.Id is null && owner.Parent is { } parent) owner = parent;
        Report(rule, (node.Line, node.Column, owner.Id), message, hint);
    }

    public void Report(ModelRule rule, Element element, string message, string? hint = null) =>
        Report(rule, (element.Line, element.Column, element.Id), message, hint);

    public void Report(ModelRule rule, (int Line, int Column, string? Element) place, string message, string? hint = null)
    {
        if (Findings.Has(rule.Code, place.Line, place.Column)) return;
        if (rule.Severity == DiagnosticSeverity.Error) Findings.Error(rule.Code, message, place.Line, place.Column, place.Element, hint ?? rule.Hint);
        else Findings.Warning(rule.Code, message, place.Line, place.Column, place.Element, hint ?? rule.Hint);
    }
}
