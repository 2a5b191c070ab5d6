using System.Globalization;
using System.Xml.Linq;
using Ninben.Bpmn;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Conformance.Miwg;

/// <summary>Reads every model below a folder, writes it again, and compares.</summary>
internal static class MiwgRunner
{
    private static readonly XNamespace s_bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace s_diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    public static IEnumerable<MiwgOutcome> RunAll(string folder) => Directory.GetFiles(folder, "*.bpmn", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => Run(Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));

    private static MiwgOutcome Run(string name, byte[] bytes)
    {
        var reading = BpmnDocument.Read(bytes, name);
        return reading.Document is not { } document
            ? new MiwgOutcome(name, IsRead: false, [], "nothing", string.Join("; ", reading.Diagnostics.Take(3)))
            : new MiwgOutcome(name, IsRead: true, Infoset.Differences(bytes, document.Write()), Understood(bytes), Execution(bytes, name));
    }

    private static string Understood(byte[] xml)
    {
        var all = XDocument.Load(new MemoryStream(xml)).Descendants().ToList();
        int Count(XNamespace space, params string[] names) => all.Count(node => node.Name.Namespace == space && names.Contains(node.Name.LocalName));
        var nodes = all.Count(node => node.Name.Namespace == s_bpmn
            && (node.Name.LocalName is "task" or "subProcess" or "transaction" or "adHocSubProcess" or "callActivity"
            || node.Name.LocalName.EndsWith("Task", StringComparison.Ordinal) || node.Name.LocalName.EndsWith("Event", StringComparison.Ordinal)
            || node.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal)));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Count(s_bpmn, "process")} processes, {Count(s_bpmn, "participant")} pools, {Count(s_bpmn, "lane")} lanes, {nodes} nodes, ")
            + string.Create(CultureInfo.InvariantCulture, $"{Count(s_bpmn, "sequenceFlow")} flows, {Count(s_diagram, "BPMNDiagram")} diagrams with ")
            + string.Create(CultureInfo.InvariantCulture, $"{Count(s_diagram, "BPMNShape")} shapes and {Count(s_diagram, "BPMNEdge")} edges");
    }

    private static string Execution(byte[] bytes, string name)
    {
        var reading = BpmnReader.Read(bytes, name);
        if (reading.Process is not null)
            return "executable: " + string.Join(", ",
                reading.Processes.Select(process => string.Create(CultureInfo.InvariantCulture, $"{process.Id} ({process.Elements.Count} elements)")));
        var errors = reading.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"not executable, {errors.Count} errors: {string.Join("; ", errors.Take(3))}");
    }
}
