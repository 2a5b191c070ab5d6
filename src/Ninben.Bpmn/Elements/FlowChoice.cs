using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements;

/// <summary>Which flows leave an element.</summary>
internal static class FlowChoice
{
    /// <summary>
    /// BPMN 2.0, 13.2.1: every outgoing flow without a condition and every one whose condition holds; the default when none of the
    /// conditional ones does. False when nothing is left to take although there are flows.
    /// </summary>
    public static bool AllThatHold(in Visit visit, List<string> flows)
    {
        var outgoing = visit.Element.Outgoing;
        if (outgoing.Length == 0) return true;
        foreach (var flow in outgoing)
            if (flow != visit.Element.Default && (flow.Condition is null || Holds(visit, flow))) flows.Add(flow.Id);
        if (flows.Count == 0 && visit.Element.Default is { } fallback) flows.Add(fallback.Id);
        return flows.Count > 0;
    }

    /// <summary>BPMN 2.0, 13.4.2: the first flow in document order whose condition holds, else the default.</summary>
    public static bool FirstThatHolds(in Visit visit, List<string> flows)
    {
        var outgoing = visit.Element.Outgoing;
        if (outgoing.Length == 0) return true;
        foreach (var flow in outgoing)
        {
            if (flow == visit.Element.Default || (flow.Condition is not null && !Holds(visit, flow))) continue;
            flows.Add(flow.Id);
            return true;
        }

        if (visit.Element.Default is not { } fallback) return false;
        flows.Add(fallback.Id);
        return true;
    }

    // A flow belongs to the scope around the element: it does not see the element's own variables (BPMN 2.0, 10.4.1).
    private static bool Holds(in Visit visit, SequenceFlow flow) =>
        ModelExpression.Holds(flow.Condition!, visit.Scribe.State.VariablesIn(visit.Instance.Scope), visit.At);
}
