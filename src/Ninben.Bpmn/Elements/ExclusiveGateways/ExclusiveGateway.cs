using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ExclusiveGateways;

/// <summary>Takes one of several flows; merges without waiting.</summary>
public sealed record ExclusiveGateway : ElementDetail;
