using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Compensations;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// Compensation (BPMN 2.0, 13.5.5): handlers of completed activities run one after the other, what was completed last first. The throwing event is their
/// scope and waits for each. A completed sub-process is compensated by its own handler, else by its compensation event sub-process, else by
/// compensating what was completed inside.
/// </summary>
internal static class Compensating
{
    /// <summary>Starts the next handler; false when nothing is left to compensate.</summary>
    public static bool Next(in Visit thrower)
    {
        var scribe = thrower.Scribe;
        var activity = ((EventDetail)thrower.Element.Detail).Find<CompensationDefinition>()?.Activity;
        var scope = ScopeOf(scribe, thrower.Instance);
        if (Newest(scribe, new Search(scope, activity, thrower.Instance.EnteredAs)) is not var (target, handler)) return false;
        thrower.Write(new CompensationStarted(thrower.Number, target.Number));
        var isPart = handler.Detail is SubProcess { Form: SubProcessForm.Event };
        var start = isPart ? CompensationStart(handler) : null;
        scribe.Enter(new Work(handler, thrower.Number, thrower.Number, null, start is null ? null : new Signal.Started(start, default),
            Snapshot(scribe, target, thrower.Instance)));
        return true;
    }

    /// <summary>Inside an event sub-process the work of its parent is meant; inside a compensation one, the work of what it compensates.</summary>
    private static int ScopeOf(Scribe scribe, ElementInstance instance)
    {
        var scope = instance.Scope;
        while (scope != 0 && scribe.ModelOf(scribe.State.Scope(scope)).Detail is SubProcess { Form: SubProcessForm.Event })
        {
            var part = scribe.State.Scope(scope);
            scope = part.Scope != 0 && scribe.State.Scope(part.Scope).Compensating is { } target ? target : part.Scope;
        }

        return scope;
    }

    private static (ElementInstance Target, Element Handler)? Newest(Scribe scribe, Search search)
    {
        var completed = scribe.State.Inside(search.Scope).Where(instance => instance is { State: InstanceState.Completed, IsCompensated: null, Into: null }
            && instance.LeftAs < search.Before).OrderByDescending(instance => instance.LeftAs);
        foreach (var instance in completed)
        {
            var visit = scribe.Visit(instance);
            if (search.Activity is not null && visit.Element.Id != search.Activity) continue;
            var isBody = visit.IsBody;
            if (!isBody && visit.Element.Compensation is { } handler) return (instance, handler);
            if (visit.Element.Detail is not (SubProcess { Form: not SubProcessForm.Event } or AdHocSubProcess) && !isBody) continue;
            if (!isBody && visit.Element.Content.EventStarts.FirstOrDefault(IsCompensation) is { } start) return (instance, start.Parent!);
            if (Newest(scribe, new Search(instance.Number, null, search.Before)) is { } inner) return inner;
        }

        return null;
    }

    private static Element? CompensationStart(Element part) =>
        part.Parent is null ? null : part.Parent.Content.EventStarts.FirstOrDefault(start => start.Parent == part && IsCompensation(start));

    private static bool IsCompensation(Element start) => ((StartEvent)start.Detail).Find<CompensationDefinition>() is not null;

    /// <summary>The variables that the target saw of its own and of the scopes around it that the thrower does not see.</summary>
    private static FeelContext? Snapshot(Scribe scribe, ElementInstance target, ElementInstance thrower)
    {
        var around = new HashSet<int> { 0 };
        for (var scope = thrower.Scope; scope != 0; scope = scribe.State.Scope(scope).Scope) around.Add(scope);
        FeelContext? seen = null;
        for (var at = target; ; at = scribe.State.Scope(at.Scope))
        {
            // What is nearer to the target hides what is further out.
            if (at.Variables is { Count: > 0 } own) seen = seen is null ? own : own.With(seen);

            if (around.Contains(at.Scope)) return seen;
        }
    }

    private readonly record struct Search(int Scope, string? Activity, long Before);
}
