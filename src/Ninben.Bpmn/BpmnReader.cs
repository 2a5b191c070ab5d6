using System.Collections.Immutable;
using Ninben.Bpmn.Checks;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Oversight;

namespace Ninben.Bpmn;

/// <summary>
/// Reads BPMN 2.0 models. Untrusted input: no DTD, no outside references, and limits on size and depth, so that every answer comes within
/// milliseconds. What cannot be executed is refused with its position; drawing and documentation are tolerated.
/// </summary>
public static class BpmnReader
{
    /// <summary>Reads and checks the executable processes of a model; all expressions are compiled.</summary>
    /// <param name="xml">The file's bytes, at most 10 MB.</param>
    /// <param name="source">Name shown in diagnostics, e.g. the file name.</param>
    public static BpmnReading Read(ReadOnlyMemory<byte> xml, string? source = null)
    {
        var findings = new FindingList(source);
        var processes = Read(xml, findings);
        return new BpmnReading(findings.HasErrors ? [] : processes, findings.ToImmutable());
    }

    internal static void ReportOther(ModelNode root, FindingList findings) =>
        findings.Error("not-bpmn", $"Expected bpmn:definitions, found '{root.Name}' in the namespace '{root.Space}'.", root,
            $"The namespace of BPMN 2.0 is {Namespaces.Bpmn}.");

    private static ImmutableArray<ProcessDefinition> Read(ReadOnlyMemory<byte> xml, FindingList findings)
    {
        if (ModelTree.Read(xml, findings) is not { } root) return [];
        if (root is not { Name: "definitions", IsBpmn: true })
        {
            ReportOther(root, findings);
            return [];
        }

        var ids = IdIndex.Of(root);
        if (SharedParts.Excess(root, ids) is { } excess)
        {
            findings.Error("xml-too-much-shared", $"With what its references name written out in full, a model has at most {XmlLimits.Bytes} bytes.", excess,
                "Let fewer elements name what is large, or make it smaller.");
            return [];
        }

        var hash = ContentHash.OfBytes(xml.Span);
        var file = new ModelFile(findings, ids);
        ImmutableArray<ProcessDefinition> processes = [.. ProcessChoice.Find(root, findings).Select(node => new ProcessBuilder(file).Build(node, hash))];
        var subject = new CheckSubject(root, ids, processes, findings);
        foreach (var check in CheckCatalogue.All) check.Run(subject);
        return processes;
    }
}
