using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SendTasks;

/// <summary>Sends a message to another case.</summary>
public sealed record SendTask(MessageDefinition Message) : ElementDetail;
