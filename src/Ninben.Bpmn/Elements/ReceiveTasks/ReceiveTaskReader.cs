using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ReceiveTasks;

/// <summary>Reads <c>messageRef</c>.</summary>
internal static class ReceiveTaskReader
{
    public static ElementDetail? Read(ElementSource source) =>
        MessageReader.Read(source, source.Node) is { } message ? new ReceiveTask(message) : null;
}
