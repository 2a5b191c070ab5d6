using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>What a check looks at.</summary>
/// <param name="Root">The whole document.</param>
/// <param name="Ids">BPMN nodes by id.</param>
/// <param name="Process">The process as far as it could be built; null when there is none.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record CheckSubject(ModelNode Root, IdIndex Ids, ProcessDefinition? Process, FindingList Findings)
{
    /// <summary>Elements of the process in document order.</summary>
    public IEnumerable<Element> Elements => Process is null ? [] : Process.ById.Values.OrderBy(element => element.Line).ThenBy(element => element.Column);

    public void Error(string code, string message, Element element, string? hint = null) =>
        Findings.Error(code, message, element.Line, element.Column, element.Id, hint);

    public void Warning(string code, string message, Element element, string? hint = null) =>
        Findings.Warning(code, message, element.Line, element.Column, element.Id, hint);
}
