using System.Globalization;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>Reads <c>calledElement</c>, <c>ninben:call version</c> and <c>zeebe:calledElement</c>.</summary>
internal static class CallActivityReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var call = source.Node.Extension("call");
        int? version = call?["version"] is not null ? source.Number(call, "version", 1, (1, int.MaxValue)) : null;
        if (source.Node["camunda:calledElementVersion"] is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pinned))
            version ??= pinned;
        if (source.Node.Foreign("calledElement", Namespaces.Zeebe) is { } zeebe && source.Value(zeebe, "processId") is { } named)
            return new CallActivity(named, version, zeebe["propagateAllChildVariables"] == "false" ? CallRest.EndsWithCall : CallRest.ComesBack);
        if (source.Node["calledElement"] is { Length: > 0 } called)
            return new CallActivity(called.TrimStart().StartsWith('=') ? source.Value(source.Node, "calledElement")! : Literal(called), version,
                CallRest.ComesBack);
        source.Findings.Error("call-without-process", $"The call activity '{source.Id}' does not name a process.", source.Node,
            "Write calledElement=\"...\" with the id of a process.");
        return null;
    }

    private static ModelValue Literal(string called) => new(null, FeelValue.From(ElementSource.Local(called)));
}
