using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>Reads <c>ninben:input</c> children as own variables. Its elements are read by the scope reader.</summary>
internal static class SubProcessReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node["triggeredByEvent"] == "true")
        {
            source.Findings.Error("unsupported-element", $"The event sub-process '{source.Id}' cannot be executed.", source.Node,
                "Use boundary events instead.");
            return null;
        }

        return new SubProcess(source.Inputs(source.Node.Child("extensionElements")));
    }
}
