using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.StartEvents;

/// <summary>A none start event: where a process or a sub-process begins.</summary>
public sealed record StartEvent : ElementDetail;
