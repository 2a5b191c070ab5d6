using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>What happens on approval, for a reviewer: read from the model and the proposal alone, so that it is the same each time.</summary>
internal static class ActionEffect
{
    /// <summary>The acting step with its connector and, when already known, its payload; null when nothing depends on the approval alone.</summary>
    public static FeelValue Of(in Visit visit)
    {
        if (visit.Element.Detail is ActionTask own) return Describe(visit.Element, own, visit.Instance.Proposal!.Answer);
        foreach (var element in visit.Process.ActionsApprovedBy(visit.Element.Id))
            return Describe(element, (ActionTask)element.Detail, visit.Instance.Proposal!.Answer);
        return default;
    }

    private static FeelValue Describe(Element element, ActionTask action, FeelValue payload) => FeelValue.From(FeelContext.CreateBuilder()
        .Set("step", FeelValue.From(element.Label))
        .Set("connector", FeelValue.From(action.Connector))
        .Set("words", FeelValue.From($"On approval, “{element.Label}” sends exactly this answer through {action.Connector}."))
        .Set("payload", payload).Build());
}
