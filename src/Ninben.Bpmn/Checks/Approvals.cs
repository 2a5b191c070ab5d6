using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Actions are approved: by a gate of their own, or by an earlier element that settles an answer.</summary>
internal static class Approvals
{
    private static readonly ModelRule Unapproved = ModelRule.Warning("action-unapproved",
        "An action has a gate, or names what approved it.", "Add <ninben:gate decision=\"...\"/>, or approvedBy=\"...\".");

    private static readonly ModelRule Irreversible = ModelRule.Warning("action-irreversible",
        "An action that nobody judges waits before it leaves, or can be compensated.",
        "Write hold=\"PT10M\", or attach a compensation event with an activity that takes the effect back.");

    private static readonly ModelRule SettlesNothing = ModelRule.Error("approver-settles-nothing",
        "What approves an action has a gate, or asks a person.", "Name an element with a gate, or a user task.");

    private static readonly ModelRule WithoutGate = ModelRule.Warning("approver-without-gate",
        "A service task that approves an action has a gate.", "Add <ninben:gate decision=\"...\"/> to it.");

    private static readonly ModelRule NotBefore = ModelRule.Error("approver-not-before",
        "What approves an action comes before it.", "Name an element on the way to the action.");

    public static Check Check { get; } = new(Run, [Unapproved, Irreversible, SettlesNothing, WithoutGate, NotBefore, DanglingReferences.Dangling]);

    private static void Run(CheckSubject subject)
    {
        var after = AfterApprovers(subject);
        foreach (var element in subject.Elements)
        {
            if (element.Detail is not ActionTask action) continue;
            if (action.ApprovedBy is null && element.Hold.Gate is null) CheckUnapproved(subject, element, action);
            if (action.ApprovedBy is { } approver) CheckApprover(subject, element, approver, after);
        }
    }

    private static void CheckUnapproved(CheckSubject subject, Element element, ActionTask action)
    {
        subject.Report(Unapproved, element, $"The action '{element.Id}' is sent without a gate and without an approval.");
        var isCompensated = subject.Ids.Find(element.Id) is { } node
            && subject.Flows.BoundariesOf(node).Any(boundary => EventTriggers.Of(subject, boundary).Contains("compensate"));
        if (action.HoldSeconds == 0 && !isCompensated)
            subject.Report(Irreversible, element, $"The action '{element.Id}' leaves at once, and nothing takes it back.");
    }

    private static void CheckApprover(CheckSubject subject, Element action, string approver, Dictionary<Element, ElementSet> after)
    {
        if (subject.Find(approver) is not { } element)
        {
            subject.Report(DanglingReferences.Dangling, action, $"approvedBy of the action '{action.Id}' names '{approver}', which does not exist.");
            return;
        }

        // A service task may answer with a proposal, which is settled even without a gate of its own.
        if (element.Hold.Gate is null && element.Detail is not (UserTask or ServiceTask))
            subject.Report(SettlesNothing, action,
                $"approvedBy of the action '{action.Id}' names the {element.KindName} '{approver}', which has no gate and asks no person.");
        else if (element.Hold.Gate is null && element.Detail is ServiceTask)
            subject.Report(WithoutGate, action,
                $"'{approver}' approves the action '{action.Id}' but has no gate, so it must answer with a proposal and every one goes to a person.");
        if (element == action || !IsIn(after[element], action))
            subject.Report(NotBefore, action, $"'{approver}' does not come before the action '{action.Id}' that it approves.");
    }

    /// <summary>Whether an element, or a part of the process that it lies in, was reached.</summary>
    private static bool IsIn(ElementSet reached, Element element)
    {
        for (var at = element; at is not null; at = at.Parent)
            if (reached.Contains(at)) return true;
        return false;
    }

    /// <summary>
    /// What comes after each approver. Models are drawn forwards, so the last ones come first: those before them need not go their ways again.
    /// </summary>
    private static Dictionary<Element, ElementSet> AfterApprovers(CheckSubject subject)
    {
        var after = new Dictionary<Element, ElementSet>();
        var approvers = subject.Elements.Select(element => (element.Detail as ActionTask)?.ApprovedBy).OfType<string>().Select(subject.Find)
            .OfType<Element>();
        foreach (var approver in approvers.Distinct().OrderByDescending(element => element.Index)) after.Add(approver, After(approver, after));
        return after;
    }

    private static ElementSet After(Element from, Dictionary<Element, ElementSet> known)
    {
        var reached = new ElementSet();
        var open = new Stack<Element>();
        open.Push(from);
        while (open.TryPop(out var element))
        {
            if (!reached.Add(element)) continue;
            if (element.Boundaries.IsEmpty && known.TryGetValue(element, out var rest) && (from.Boundaries.IsEmpty || !rest.Contains(from)))
            {
                reached.AddAll(rest);
                continue;
            }

            foreach (var flow in element.Outgoing) open.Push(flow.Target);
            // A boundary event of the approver itself is the way on which nothing was approved.
            if (element != from) foreach (var boundary in element.Boundaries) open.Push(boundary);
            if (element.Parent is { } parent) foreach (var flow in parent.Outgoing) open.Push(flow.Target);
        }

        return reached;
    }
}
