using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Messages;

namespace Ninben.Bpmn.Elements.ReceiveTasks;

/// <summary>Waits for a message; other than a catching event it is an activity and can be watched and repeated.</summary>
public sealed record ReceiveTask(MessageDefinition Message) : EventDetail([Message], EventNeed.Any);
