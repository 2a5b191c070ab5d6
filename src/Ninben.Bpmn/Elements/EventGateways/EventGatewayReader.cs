using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.EventGateways;

/// <summary>Refuses the form that starts a process when all of its events came.</summary>
internal static class EventGatewayReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node["eventGatewayType"] is not "Parallel") return new EventGateway();
        source.Findings.Error("unsupported-element", $"The parallel event-based gateway '{source.Id}' cannot be executed.", source.Node,
            "Use a start event with several definitions and parallelMultiple=\"true\".");
        return null;
    }
}
