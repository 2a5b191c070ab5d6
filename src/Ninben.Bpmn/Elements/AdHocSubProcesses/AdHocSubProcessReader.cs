using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.AdHocSubProcesses;

/// <summary>Reads <c>ordering</c>, <c>completionCondition</c>, <c>ninben:adHoc elements</c>, <c>zeebe:adHoc</c>, and a connector that chooses.</summary>
internal static class AdHocSubProcessReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var own = source.Node.Extension("adHoc");
        var zeebe = source.Node.Foreign("adHoc", Namespaces.Zeebe);
        var elements = own is not null ? source.Value(own, "elements") : zeebe is not null ? source.Value(zeebe, "activeElementsCollection") : null;
        var completion = source.Node.Child("completionCondition") is { } condition && !string.IsNullOrWhiteSpace(condition.Text)
            ? source.CompileText(condition)
            : null;
        var chooser = source.Node.Extension("connector") is null ? null : ServiceTaskReader.Read(source) as ServiceTask;
        return new AdHocSubProcess(elements, source.Node["ordering"] == "Sequential" ? LoopOrder.Sequential : LoopOrder.Parallel, completion,
            source.Node["cancelRemainingInstances"] is "false" or "0" ? AdHocRest.AwaitedFor : AdHocRest.Cancelled, chooser);
    }
}
