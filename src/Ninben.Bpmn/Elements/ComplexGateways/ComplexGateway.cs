using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.ComplexGateways;

/// <summary>A join with a condition of its own.</summary>
/// <param name="Activation">
/// Over <c>activationCount</c>, the number of tokens that have arrived; null goes on with the first one.
/// </param>
public sealed record ComplexGateway(FeelExpression? Activation) : ElementDetail;
