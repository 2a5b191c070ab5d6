using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>Tells the forms apart. The elements inside are read by the scope reader.</summary>
internal static class SubProcessReader
{
    public static ElementDetail? Read(ElementSource source) => new SubProcess(source.Node switch
    {
        { Name: "transaction" } => SubProcessForm.Transaction,
        var node when node["triggeredByEvent"] is "true" or "1" => SubProcessForm.Event,
        _ => SubProcessForm.Embedded,
    });
}
