using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>A gateway's direction says how many flows it has (BPMN 2.0, 8.4.9).</summary>
internal static class GatewayDirections
{
    private static readonly ModelRule Direction = ModelRule.Error("gateway-direction",
        "A converging gateway has at most one outgoing flow, a diverging one at most one incoming flow, a mixed one several of both.",
        "Correct gatewayDirection, or remove it.", "8.4.9 Gateways");

    public static Check Check { get; } = new(Run, [Direction]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsGateway) continue;
            var (incoming, outgoing) = (subject.Flows.Into(node).Count, subject.Flows.OutOf(node).Count);
            var isRight = node["gatewayDirection"] switch
            {
                "Converging" => outgoing <= 1,
                "Diverging" => incoming <= 1,
                "Mixed" => incoming > 1 && outgoing > 1,
                _ => true,
            };
            if (!isRight)
                subject.Report(Direction, node,
                    $"The gateway '{node.Id}' is {node["gatewayDirection"]}, but has {incoming} incoming and {outgoing} outgoing flows.");
        }
    }
}
