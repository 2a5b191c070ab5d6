using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryErrors;
using Ninben.Bpmn.Elements.BoundaryTimers;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Bpmn.Model;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>How element instances come and go. Every path through a case is the loop in <see cref="Run"/>.</summary>
internal static class Lifecycle
{
    /// <summary>Works the queue off: enters what is queued, and ends scopes in which nothing is left.</summary>
    public static void Run(Scribe scribe)
    {
        var steps = 0;
        while (scribe.TryNext(out var work))
        {
            if (work.Element is not null) Enter(scribe, work, ++steps);
            else EndScopeIfDone(scribe, work.Scope);
            if (scribe.State.IsClosed) return;
        }
    }

    /// <summary>Timers first, so that even a behaviour that fails at once is watched; then the behaviour.</summary>
    public static void Begin(in Visit visit)
    {
        foreach (var boundary in visit.Element.Boundaries)
        {
            if (boundary.Detail is BoundaryTimer timer && !BoundaryTimerBehaviour.TrySet(visit, boundary, timer)) return;
        }

        visit.Element.Behaviour.Enter(visit);
    }

    /// <summary>Completes an instance and queues what follows; an incident when no flow can be taken.</summary>
    public static void Leave(in Visit visit)
    {
        var flows = visit.Scribe.FlowBuffer;
        flows.Clear();
        if (!visit.Element.Behaviour.Leave(visit, flows))
        {
            Incidents.Raise(visit, Incidents.NoFlow, $"No condition of the flows out of “{visit.Element.Label}” holds, and there is no default flow.");
            return;
        }

        CancelTimers(visit.Scribe, visit.Instance);
        var instance = visit.Instance;
        visit.Write(new ElementLeft(instance.Number, [.. flows]));
        foreach (var flow in flows)
        {
            var taken = visit.Scribe.Process.FlowById[flow];
            visit.Scribe.Enter(taken.Target, instance.Scope, instance.Number, taken);
        }

        if (flows.Count == 0) visit.Scribe.CheckScope(instance.Scope);
    }

    /// <summary>Ends an instance without completing it, with everything inside and everything that it waits for.</summary>
    public static void Cancel(Scribe scribe, ElementInstance instance, string reason)
    {
        var visit = scribe.Visit(instance);
        if (instance.ActiveInside > 0) CancelInside(scribe, instance.Number, reason);
        TakeBack(scribe, instance, reason);
        visit.Element.Behaviour.Cancel(visit);
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

    /// <summary>
    /// A BPMN error: caught by the nearest boundary event of the instance or of an enclosing sub-process (an exact code before a catch-all);
    /// uncaught it is an incident.
    /// </summary>
    public static void Throw(in Visit visit, string code, string? message, string incident)
    {
        var scribe = visit.Scribe;
        var host = visit.Instance;
        while (true)
        {
            if (Catcher(scribe.ModelOf(host), code) is { } boundary)
            {
                visit.Write(new ErrorThrown(visit.Number, code, message, boundary.Id));
                Cancel(scribe, host, "error");
                scribe.Enter(boundary, host.Scope, host.Number, null);
                return;
            }

            if (host.Scope == 0) break;
            host = scribe.State.Scope(host.Scope);
        }

        visit.Write(new ErrorThrown(visit.Number, code, message, null));
        Incidents.Raise(visit, incident, message ?? $"The error '{code}' was not caught.");
    }

    /// <summary>Takes back whatever an instance waits for: review, job, action, timers, incident.</summary>
    public static void TakeBack(Scribe scribe, ElementInstance instance, string reason)
    {
        var state = scribe.State;
        if (state.Review(instance.Review) is { IsOpen: true }) scribe.Write(new ReviewCancelled(instance.Review, reason));
        if (state.Job(instance.Job) is { State: WorkState.Waiting }) scribe.Write(new JobCancelled(instance.Job));
        // An action that is being sent cannot be called back; its answer is recorded when it comes.
        if (state.Action(instance.Action) is { State: WorkState.Waiting }) scribe.Write(new ActionCancelled(instance.Action, reason));
        CancelTimers(scribe, instance);
        if (instance.Incident != 0) scribe.Write(new IncidentResolved(instance.Incident, reason));
    }

    public static void CancelTimers(Scribe scribe, ElementInstance instance)
    {
        if (instance.Timers is not { } timers) return;
        foreach (var timer in timers)
            if (scribe.State.Timer(timer) is { State: WorkState.Waiting }) scribe.Write(new TimerCancelled(timer));
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
        if (steps > CaseLimits.StepsPerCommand)
            Incidents.Raise(visit, Incidents.TooManySteps,
                $"More than {CaseLimits.StepsPerCommand} steps followed from one command. The process may loop without waiting.");
        else if (scribe.State.Version > CaseLimits.Facts)
            Incidents.Raise(visit, Incidents.TooManyFacts, $"The case has more than {CaseLimits.Facts} facts.");
        else Begin(visit);
    }

    private static void EndScopeIfDone(Scribe scribe, int scope)
    {
        var state = scribe.State;
        if (scope != 0 && !state.Scope(scope).IsActive) return;
        if (state.QueuedIn(scope) > 0) return;
        if (state.ActiveIn(scope) > 0 && !ParallelGatewayBehaviour.ReleaseStuck(scribe, scope)) return;
        if (state.ActiveIn(scope) > 0) return;
        if (scope == 0)
        {
            scribe.Write(new CaseClosed(CaseEnding.Completed, null));
            return;
        }

        var visit = scribe.Visit(state.Scope(scope));
        visit.Element.Behaviour.Resume(visit, Signal.ScopeEnded.Instance);
    }

    private static Element? Catcher(Element host, string code)
    {
        Element? catchAll = null;
        foreach (var boundary in host.Boundaries)
        {
            if (boundary.Detail is not BoundaryError error) continue;
            if (error.Code == code) return boundary;
            if (error.Code is null) catchAll ??= boundary;
        }

        return catchAll;
    }
}
