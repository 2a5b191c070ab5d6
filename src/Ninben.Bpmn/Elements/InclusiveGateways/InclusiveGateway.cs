using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.InclusiveGateways;

/// <summary>Takes every flow whose condition holds; waits for every token that can still arrive.</summary>
public sealed record InclusiveGateway : ElementDetail;
