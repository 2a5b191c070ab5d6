using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Cancels;
using Ninben.Bpmn.Events.Errors;
using Ninben.Bpmn.Events.Escalations;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// What is thrown inside and caught further out (BPMN 2.0, 13.5.3): by a boundary event of the thrower, by an event sub-process of its scope, and so on
/// outwards; an exact code before a catch-all.
/// </summary>
internal static class Catching
{
    /// <summary>A BPMN error; uncaught it is an incident, or ends a case that was called and is thrown in the case that called it.</summary>
    public static void Throw(in Visit visit, string code, string? message, string incident)
    {
        var scribe = visit.Scribe;
        if (Find(visit, definition => Fits<ErrorDefinition>(definition, error => error.Code, code)) is not var (instance, catcher))
        {
            visit.Write(new ErrorThrown(visit.Number, code, message, null));
            if (scribe.State.Caller is not null)
            {
                Lifecycle.CancelInside(scribe, 0, "error");
                Lifecycle.Close(scribe, CaseEnding.Terminated, $"The error '{code}' goes to the case that called this one.", (code, message));
                return;
            }

            Incidents.Raise(visit, incident, message ?? $"The error '{code}' was not caught.");
            return;
        }

        visit.Write(new ErrorThrown(visit.Number, code, message, catcher.Detail is StartEvent ? catcher.Parent!.Id : catcher.Id));
        if (catcher.Detail is StartEvent)
        {
            Happening.StartInside(scribe, instance.Scope, catcher, default);
            return;
        }

        Lifecycle.Cancel(scribe, instance, "error");
        scribe.Enter(new Work(catcher, instance.Scope, instance.Number, null));
    }

    /// <summary>An escalation; uncaught it is only recorded.</summary>
    public static void Escalate(in Visit visit, string? code)
    {
        var scribe = visit.Scribe;
        if (Find(visit, definition => Fits<EscalationDefinition>(definition, escalation => escalation.Code, code)) is not var (instance, catcher))
        {
            visit.Write(new EscalationThrown(visit.Number, code, null));
            return;
        }

        visit.Write(new EscalationThrown(visit.Number, code, catcher.Detail is StartEvent ? catcher.Parent!.Id : catcher.Id));
        if (catcher.Detail is StartEvent)
        {
            Happening.StartInside(scribe, instance.Scope, catcher, default);
            return;
        }

        if (((BoundaryEvent)catcher.Detail).Effect == EventEffect.Interrupting) Lifecycle.Cancel(scribe, instance, "escalation");
        scribe.Enter(new Work(catcher, instance.Scope, instance.Number, null));
    }

    /// <summary>Ends the enclosing transaction and leaves it by its cancel boundary event.</summary>
    public static void CancelTransaction(in Visit visit)
    {
        var scribe = visit.Scribe;
        for (var scope = visit.Instance.Scope; scope != 0;)
        {
            var host = scribe.State.Scope(scope);
            scope = host.Scope;
            var model = scribe.ModelOf(host);
            if (model.Detail is not SubProcess { Form: SubProcessForm.Transaction }) continue;
            var boundary = model.Boundaries.FirstOrDefault(candidate => ((EventDetail)candidate.Detail).Find<CancelDefinition>() is not null);
            var outer = Owner(scribe, host);
            Lifecycle.Cancel(scribe, outer, "cancelled");
            if (boundary is null) scribe.CheckScope(outer.Scope);
            else scribe.Enter(new Work(boundary, outer.Scope, outer.Number, null));
            return;
        }

        // Only a model that was read by an older Ninben can get here: the check of cancel events refuses it.
        Lifecycle.Leave(visit);
    }

    // A repeated transaction is given up as a whole: the boundary event sits on its body.
    private static ElementInstance Owner(Scribe scribe, ElementInstance host) =>
        scribe.Visit(host).IsInner ? scribe.State.Scope(host.Scope) : host;

    private static (ElementInstance Instance, Element Catcher)? Find(in Visit visit, Func<EventDefinition, int> fits)
    {
        var scribe = visit.Scribe;
        var instance = visit.Instance;
        while (true)
        {
            var at = scribe.Visit(instance);
            if (!at.IsInner && Best(at.Element.Boundaries, fits) is { } boundary) return (instance, boundary);
            if (scribe.State.InterruptedBy(instance.Scope) is null && Best(Starts(scribe, instance), fits) is { } start) return (instance, start);
            if (instance.Scope == 0) return null;
            instance = scribe.State.Scope(instance.Scope);
        }
    }

    // What an event sub-process throws is not caught by itself.
    private static IEnumerable<Element> Starts(Scribe scribe, ElementInstance instance) =>
        scribe.ContentOf(instance.Scope).EventStarts.Where(start => start.Parent!.Id != instance.Element);

    private static Element? Best(IEnumerable<Element> candidates, Func<EventDefinition, int> fits)
    {
        Element? best = null;
        var bestFit = 0;
        foreach (var candidate in candidates)
            foreach (var definition in ((EventDetail)candidate.Detail).Definitions)
                if (fits(definition) is var fit && fit > bestFit) (best, bestFit) = (candidate, fit);
        return best;
    }

    /// <summary>2 for the same code, 1 for a catch-all, 0 for no fit.</summary>
    private static int Fits<T>(EventDefinition definition, Func<T, string?> codeOf, string? code)
        where T : EventDefinition
    {
        if (definition is not T found) return 0;
        return codeOf(found) is not { } expected ? 1 : expected == code ? 2 : 0;
    }
}
