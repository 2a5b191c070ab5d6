using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Events.Conditions;
using Ninben.Bpmn.Loops;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>How element instances come and go. Every path through a case is the loop in <see cref="Run"/>.</summary>
internal static class Lifecycle
{
    /// <summary>Works the queue off: enters what is queued, and ends scopes in which nothing is left; then joins that look ahead.</summary>
    public static void Run(Scribe scribe)
    {
        var steps = 0;
        while (!scribe.State.IsClosed)
        {
            if (scribe.ConditionsMayHold && !scribe.State.IsSuspended)
            {
                scribe.ConditionsMayHold = false;
                ConditionBehaviour.Review(scribe);
            }
            else if (scribe.TryNext(out var work))
            {
                if (work.Element is not null) Enter(scribe, work, ++steps);
                else if (work.Heard is { } signal) Happening.Hear(scribe, signal);
                else EndScopeIfDone(scribe, work.Scope);
            }
            else if (scribe.State.IsSuspended || !scribe.MayHaveLookingJoins || !Joins.Settle(scribe)) return;
        }
    }

    /// <summary>
    /// Starts an instance: gathers the tokens that it needs, sets its own variables, lets its boundary events wait (first, so that even a behaviour
    /// that fails at once is watched), and hands over to its behaviour.
    /// </summary>
    public static void Begin(in Visit visit, Signal? signal = null)
    {
        var element = visit.Element;
        if (element.Quantities.Start > 1 && !visit.IsInner && visit.Instance.IsJoined is null && !Joins.TryGather(visit))
        {
            visit.Scribe.CheckScope(visit.Instance.Scope);
            return;
        }

        if (element.Inputs.Length > 0 && !visit.IsBody) visit.Write(new VariablesSet(visit.Number, visit.Evaluate(element.Inputs)));
        if (signal is null && !visit.IsInner)
        {
            foreach (var boundary in element.Boundaries)
                if (!Arming.TryArm(visit.Scribe, visit.Number, boundary)) return;
        }

        if (signal is null) visit.Behaviour.Enter(visit);
        else visit.Behaviour.Resume(visit, signal);
    }

    /// <summary>Completes an instance: writes its outputs, then goes on (BPMN 2.0, 13.3.2).</summary>
    public static void Leave(in Visit visit)
    {
        if (visit.IsInner)
        {
            LeaveRound(visit);
            return;
        }

        if (!visit.IsBody) Variables.SetOutputs(visit);
        GoOn(visit);
    }

    /// <summary>Queues what follows an instance whose outputs are written; an incident when no flow can be taken.</summary>
    public static void GoOn(in Visit visit)
    {
        var flows = visit.Scribe.FlowBuffer;
        flows.Clear();
        if (!visit.Behaviour.Leave(visit, flows))
        {
            Incidents.Raise(visit, Incidents.NoFlow, $"No condition of the flows out of “{visit.Element.Label}” holds, and there is no default flow.");
            return;
        }

        Arming.Disarm(visit.Scribe, visit.Number);
        if (visit.Element.Quantities.Completion > 1) Multiply(flows, visit.Element.Quantities.Completion);
        visit.Write(new ElementLeft(visit.Number, [.. flows]));
        Take(visit, flows);
        if (flows.Count == 0 || visit.Element.Parent?.Detail is AdHocSubProcess) visit.Scribe.CheckScope(visit.Instance.Scope);
    }

    /// <summary>Queues the targets of flows out of an element.</summary>
    public static void Take(in Visit visit, List<string> flows)
    {
        foreach (var id in flows)
            foreach (var flow in visit.Element.Outgoing)
                if (flow.Id == id) visit.Scribe.Enter(new Work(flow.Target, visit.Instance.Scope, visit.Number, flow));
    }

    /// <summary>Ends an instance without completing it, with everything inside and everything that it waits for.</summary>
    public static void Cancel(Scribe scribe, ElementInstance instance, string reason)
    {
        var visit = scribe.Visit(instance);
        if (instance.ActiveInside > 0) CancelInside(scribe, instance.Number, reason);
        TakeBack(scribe, instance, reason);
        visit.Behaviour.Cancel(visit);
        scribe.Write(new ElementCancelled(instance.Number, reason));
    }

    /// <summary>Ends everything inside a scope (0 for the whole case), newest first.</summary>
    public static void CancelInside(Scribe scribe, int scope, string reason)
    {
        for (var i = scribe.State.Active.Count - 1; i >= 0; i--)
        {
            // Cancelling a nested scope may have shortened the list by more than one.
            if (i >= scribe.State.Active.Count) continue;
            var inner = scribe.State.Active[i];
            if (inner.Scope == scope) Cancel(scribe, inner, reason);
        }
    }

    /// <summary>Takes back whatever an instance waits for: review, job, action, events, incident.</summary>
    public static void TakeBack(Scribe scribe, ElementInstance instance, string reason)
    {
        var state = scribe.State;
        if (state.Review(instance.Review) is { IsOpen: true }) scribe.Write(new ReviewCancelled(instance.Review, reason));
        if (state.Job(instance.Job) is { State: WorkState.Waiting }) scribe.Write(new JobCancelled(instance.Job));
        // An action that is being sent cannot be called back; its answer is recorded when it comes.
        if (state.Action(instance.Action) is { State: WorkState.Waiting }) scribe.Write(new ActionCancelled(instance.Action, reason));
        Arming.Disarm(scribe, instance.Number);
        if (instance.Incident != 0) scribe.Write(new IncidentResolved(instance.Incident, reason));
    }

    /// <summary>Closes the case; nothing waits for anything any more, and what called it goes on.</summary>
    public static void Close(Scribe scribe, CaseEnding ending, string? reason, (string Code, string? Message)? error = null)
    {
        Arming.Disarm(scribe, 0);
        if (scribe.State.Caller is { } caller) scribe.Write(new CallAnswered(caller.Case, caller.Job, error?.Code, error?.Message));
        scribe.Write(new CaseClosed(ending, reason));
    }

    private static void LeaveRound(in Visit inner)
    {
        if (inner.Element.Loop is MultiInstance multiple) LoopBehaviour.Collect(inner, multiple);
        Variables.SetOutputs(inner);
        Arming.Disarm(inner.Scribe, inner.Number);
        inner.Write(new ElementLeft(inner.Number, []));
        LoopBehaviour.Completed(inner.Scribe.Visit(inner.Scribe.State.Scope(inner.Instance.Scope)));
    }

    private static void Multiply(List<string> flows, int times)
    {
        var once = flows.ToArray();
        for (var i = 1; i < times; i++) flows.AddRange(once);
    }

    private static void Enter(Scribe scribe, in Work work, int steps)
    {
        // The scope may have been interrupted while this waited in the queue.
        if (work.Scope != 0 && !scribe.State.Scope(work.Scope).IsActive) return;
        scribe.State.CountQueued(work.Scope, -1);
        var number = scribe.State.NextNumber;
        scribe.Write(new ElementEntered(number, work.Element!.Id, work.Scope, work.From, work.Flow?.Id));
        var instance = scribe.State.Instance(number)!;
        instance.Model = work.Element;
        var visit = new Visit(scribe, instance, work.Element);
        if (work.Locals is { } locals) scribe.Write(new VariablesSet(number, locals));
        // The fold keeps it as postponed; it begins when the case is resumed.
        if (scribe.State.IsSuspended) return;
        if (steps > CaseLimits.StepsPerCommand)
            Incidents.Raise(visit, Incidents.TooManySteps,
                $"More than {CaseLimits.StepsPerCommand} steps followed from one command. The process may loop without waiting.");
        else if (scribe.State.Version > CaseLimits.Facts)
            Incidents.Raise(visit, Incidents.TooManyFacts, $"The case has more than {CaseLimits.Facts} facts.");
        else Begin(visit, work.Signal);
    }

    private static void EndScopeIfDone(Scribe scribe, int scope)
    {
        var state = scribe.State;
        if (scope != 0 && !state.Scope(scope).IsActive) return;
        if (scope != 0 && scribe.Visit(state.Scope(scope)) is { Behaviour: AdHocSubProcessBehaviour } adHoc)
        {
            AdHocSubProcessBehaviour.Review(adHoc);
            return;
        }

        if (state.QueuedIn(scope) > 0) return;
        if (state.ActiveIn(scope) > 0 && !Joins.ReleaseStuck(scribe, scope)) return;
        if (state.ActiveIn(scope) > 0) return;
        if (scope == 0)
        {
            Close(scribe, CaseEnding.Completed, null);
            return;
        }

        var visit = scribe.Visit(state.Scope(scope));
        visit.Behaviour.Resume(visit, Signal.ScopeEnded.Instance);
    }
}
