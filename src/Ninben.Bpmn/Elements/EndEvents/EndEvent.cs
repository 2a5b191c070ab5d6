using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.EndEvents;

/// <summary>A none end event: one path ends.</summary>
public sealed record EndEvent : ElementDetail;
