using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ComplexGateways;

/// <summary>Reads <c>activationCondition</c>.</summary>
internal static class ComplexGatewayReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Child("activationCondition") is not { } condition || string.IsNullOrWhiteSpace(condition.Text)) return new ComplexGateway(null);
        return source.CompileText(condition) is { } expression ? new ComplexGateway(expression) : null;
    }
}
