using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.ActionTasks;

/// <summary>
/// Asks for an effect on the world: exactly the settled answer of the approving element, or a payload of its own, which its gate (if
/// any) judges first. The request waits in the outbox for the hold time.
/// </summary>
internal sealed class ActionTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        // A retry sends what was asked for first: another payload under the same key could be dropped or doubled by the receiver.
        if (visit.Scribe.State.Action(visit.Instance.Action) is { } earlier && earlier.State != WorkState.Cancelled)
        {
            Request(visit, earlier.Payload, earlier.Act, earlier.DecidedBy);
            return;
        }

        if (visit.Instance.Proposal is not null)
        {
            HoldPoint.Judge(visit);
            return;
        }

        var action = (ActionTask)visit.Element.Detail;
        if (action.ApprovedBy is not { } approver) Offer(visit, action.Payload!.Evaluate(visit.Variables, visit.At), null);
        else if (Approval(visit, approver) is { } approval) Offer(visit, approval.Decision!.Answer, approval);
        else Incidents.Raise(visit, Incidents.NotApproved, $"“{visit.Element.Label}” sends what '{approver}' settled, but no approval of it stands.");
    }

    public void Resume(in Visit visit, Signal signal)
    {
        switch (signal)
        {
            case Signal.Settled { Settlement: { Outcome: DecisionOutcome.Approved or DecisionOutcome.Amended } settlement }:
                Request(visit, settlement.Answer, settlement.Act, visit.Number);
                break;
            case Signal.Settled:
                Lifecycle.Leave(visit);
                break;
            case Signal.Performed performed:
                Variables.SetResult(visit, performed.Response);
                Lifecycle.Leave(visit);
                break;
            default:
                throw new UnreachableException(signal.ToString());
        }
    }

    private static void Offer(in Visit visit, FeelValue payload, ElementInstance? approval)
    {
        if (payload.IsNull || !Variables.IsUsable(payload))
        {
            Incidents.Raise(visit, Incidents.ResultUnusable,
                $"“{visit.Element.Label}” has nothing to send: its payload is {(payload.IsNull ? "null" : "nested too deep")}.");
            return;
        }

        if (visit.Element.Hold.Gate is null) Request(visit, payload, approval?.Decision!.Act ?? ContentHash.OfCanonical(payload), approval?.Number);
        else HoldPoint.Propose(visit,
            ProposalRules.Bare(payload, new ProposalSource("process", visit.Scribe.State.Process, $"{visit.Scribe.State.ProcessVersion}")));
    }

    private static void Request(in Visit visit, FeelValue payload, string act, int? decidedBy)
    {
        var action = (ActionTask)visit.Element.Detail;
        var state = visit.Scribe.State;
        visit.Write(new ActionRequested(state.NextNumber, visit.Number, action.Connector, visit.Evaluate(action.Inputs), payload, act,
            EffectKey.Of(state.Id, visit.Element.Id, visit.Number), visit.At.AddSeconds(action.HoldSeconds), decidedBy, action.Attempts,
                action.TimeoutSeconds));
    }

    /// <summary>The approval on this token's own path, else the newest of that element in the case; null unless it stands as approved or amended.</summary>
    private static ElementInstance? Approval(in Visit visit, string approver)
    {
        var state = visit.Scribe.State;
        var found = OnPath(state, visit.Instance, approver);
        for (var number = state.Items.Count - 1; found is null && number > 0; number--)
            if (state.Items[number] is ElementInstance { State: InstanceState.Completed } candidate && candidate.Element == approver) found = candidate;
        return found?.Decision?.Outcome is DecisionOutcome.Approved or DecisionOutcome.Amended ? found : null;
    }

    private static ElementInstance? OnPath(Cases.CaseState state, ElementInstance from, string approver)
    {
        // Numbers only get smaller on the way back, so this ends.
        var at = from;
        while (at is not null)
        {
            if (at.Element == approver && at != from) return at;
            at = state.Instance(at.From == 0 ? at.Scope : at.From);
        }

        return null;
    }
}
