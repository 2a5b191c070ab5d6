using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.EventGateways;

/// <summary>Waits for whatever happens first of the events that follow.</summary>
public sealed record EventGateway : ElementDetail;
