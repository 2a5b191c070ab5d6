using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Actions are approved: by a gate of their own, or by an earlier element that settles an answer.</summary>
internal static class Approvals
{
    public static void Run(CheckSubject subject)
    {
        foreach (var element in subject.Elements)
        {
            if (element.Detail is not ActionTask action) continue;
            if (action.ApprovedBy is null && element.Hold.Gate is null)
                subject.Warning("action-unapproved", $"The action '{element.Id}' is sent without a gate and without an approval.", element,
                    "Add <ninben:gate decision=\"...\"/>, or approvedBy=\"...\".");
            if (action.ApprovedBy is { } approver) CheckApprover(subject, element, approver);
        }
    }

    private static void CheckApprover(CheckSubject subject, Element action, string approver)
    {
        if (subject.Find(approver) is not { } element)
        {
            subject.Error("dangling-reference", $"approvedBy of the action '{action.Id}' names '{approver}', which does not exist.", action);
            return;
        }

        // A service task may answer with a proposal, which is settled even without a gate of its own.
        if (element.Hold.Gate is null && element.Detail is not (UserTask or ServiceTask))
            subject.Error("approver-settles-nothing",
                $"approvedBy of the action '{action.Id}' names the {element.KindName} '{approver}', which has no gate and asks no person.", action,
                "Name an element with a gate, or a user task.");
        else if (element.Hold.Gate is null && element.Detail is ServiceTask)
            subject.Warning("approver-without-gate",
                $"'{approver}' approves the action '{action.Id}' but has no gate, so it must answer with a proposal and every one goes to a person.",
                action, "Add <ninben:gate decision=\"...\"/> to it.");
        if (element == action || !CanReach(element, action))
            subject.Error("approver-not-before", $"'{approver}' does not come before the action '{action.Id}' that it approves.", action,
                "Name an element on the way to the action.");
    }

    private static bool CanReach(Element from, Element to)
    {
        var reached = new HashSet<Element>();
        var open = new Stack<Element>();
        open.Push(from);
        while (open.TryPop(out var element))
        {
            if (!reached.Add(element)) continue;
            if (element == to) return true;
            foreach (var flow in element.Outgoing) open.Push(flow.Target);
            // A boundary event of the approver itself is the way on which nothing was approved.
            if (element != from) foreach (var boundary in element.Boundaries) open.Push(boundary);
            for (var inner = to; inner is not null; inner = inner.Parent)
                if (inner.Parent == element) return true;
            if (element.Parent is { } parent) foreach (var flow in parent.Outgoing) open.Push(flow.Target);
        }

        return false;
    }
}
