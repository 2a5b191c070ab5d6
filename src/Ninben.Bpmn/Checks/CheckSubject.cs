using System.Collections.Immutable;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

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

    /// <summary>The element of that id in the executable processes, or null.</summary>
    public Element? Find(string id)
    {
        foreach (var process in Processes)
            if (process.ById.TryGetValue(id, out var element)) return element;
        return null;
    }

    public void Error(string code, string message, Element element, string? hint = null) =>
        Findings.Error(code, message, element.Line, element.Column, element.Id, hint);

    public void Warning(string code, string message, Element element, string? hint = null) =>
        Findings.Warning(code, message, element.Line, element.Column, element.Id, hint);
}
