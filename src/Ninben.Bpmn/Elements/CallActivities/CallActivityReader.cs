using System.Globalization;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>Reads <c>calledElement</c>, <c>ninben:call version case</c> and <c>zeebe:calledElement</c>.</summary>
internal static class CallActivityReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var call = source.Node.Extension("call");
        int? version = call?["version"] is not null ? source.Number(call, "version", 1, (1, int.MaxValue)) : null;
        if (source.Node["camunda:calledElementVersion"] is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pinned))
            version ??= pinned;
        var place = Place(source, call);
        if (source.Node.Foreign("calledElement", Namespaces.Zeebe) is { } zeebe && source.Value(zeebe, "processId") is { } named)
            return new CallActivity(named, version, zeebe["propagateAllChildVariables"] == "false" ? CallRest.EndsWithCall : CallRest.ComesBack, place);
        if (source.Node["calledElement"] is { Length: > 0 } called)
            return new CallActivity(called.TrimStart().StartsWith('=') ? source.Value(source.Node, "calledElement")! : Literal(called), version,
                CallRest.ComesBack, place);
        source.Findings.Error("call-without-process", $"The call activity '{source.Id}' does not name a process.", source.Node,
            "Write calledElement=\"...\" with the id of a process.");
        return null;
    }

    private static CallPlace Place(ElementSource source, ModelNode? call)
    {
        switch (call?["case"])
        {
            case null: return CallPlace.Auto;
            case "own": return CallPlace.OwnCase;
            case "same": return CallPlace.Inside;
            default:
                source.Findings.Error("bad-call-case", $"'case' of a call is own or same, found '{call["case"]}'.", call,
                    "Write case=\"own\" for a case of its own, case=\"same\" to run inside of this one; without it only a large case opens others.");
                return CallPlace.Auto;
        }
    }

    private static ModelValue Literal(string called) => new(null, FeelValue.From(ElementSource.Local(called)));
}
