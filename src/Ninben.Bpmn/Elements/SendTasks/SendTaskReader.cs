using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SendTasks;

/// <summary>Reads <c>messageRef</c>.</summary>
internal static class SendTaskReader
{
    public static ElementDetail? Read(ElementSource source) =>
        MessageReader.Read(source, source.Node) is { } message ? new SendTask(message) : null;
}
