using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.ActionTasks;

/// <summary>Reads <c>ninben:action</c>.</summary>
internal static class ActionTaskReader
{
    private const int LongestHoldSeconds = 30 * 24 * 3_600;

    public static ElementDetail? Read(ElementSource source)
    {
        var action = source.Node.Extension("action")!;
        if (action["connector"] is not { Length: > 0 } connector)
        {
            source.Findings.Error("action-without-connector", "An action needs a connector.", action, "Write connector=\"...\".");
            return null;
        }

        var payload = action.Find("payload", Namespaces.Ninben);
        var approvedBy = action["approvedBy"];
        if (payload is not null && approvedBy is not null)
            source.Findings.Error("payload-and-approval", "An action sends either what was approved or a payload of its own, not both.", payload,
                "Remove one of approvedBy and ninben:payload.");
        if (payload?.Attribute("value") is null && approvedBy is null)
            source.Findings.Error("action-without-payload", "An action needs something to send.", action,
                "Write approvedBy=\"...\" or add <ninben:payload value=\"= ...\"/>.");
        return new ActionTask(connector, source.Seconds(action, "hold", 0, (0, LongestHoldSeconds)), source.Number(action, "attempts", 5, (1, 20)),
            source.Seconds(action, "timeout", 15, (1, 3_600)), approvedBy, source.Inputs(action), payload is null ? null : source.Value(payload, "value"));
    }
}
