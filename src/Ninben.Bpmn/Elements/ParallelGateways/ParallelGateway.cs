using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ParallelGateways;

/// <summary>Takes all flows; waits for a token on each incoming flow.</summary>
public sealed record ParallelGateway : ElementDetail;
