using System.Diagnostics;
using System.Globalization;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Escalations;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>
/// Runs the called process as a scope of this case, or as a case of its own. It sees only what it is given: the activity's inputs, or a copy of all
/// variables when there are none. What it leaves goes back by the activity's outputs, or all of it when there are none.
/// </summary>
internal sealed class CallActivityBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var state = visit.Scribe.State;
        var call = (CallActivity)visit.Element.Detail;
        var id = call.Process.Evaluate(visit.Variables, visit.At) is { Kind: FeelKind.String } text ? text.AsString() : "";
        var depth = state.Caller?.Depth ?? 0;
        for (var scope = visit.Instance.Scope; scope != 0; scope = state.Scope(scope).Scope)
            if (state.Scope(scope).Called is not null) depth++;
        if (depth >= CaseLimits.CallDepth)
        {
            Incidents.Raise(visit, Incidents.CallTooDeep,
                string.Create(CultureInfo.InvariantCulture, $"Calls are nested at most {CaseLimits.CallDepth} deep. The process may call itself without end."));
            return;
        }

        var models = visit.Scribe.Models;
        var version = call.Version ?? models.NewestVersion(id);
        if (version is null || models.Process(id, version.Value) is not { } process)
        {
            var which = call.Version is null ? "" : $"version {call.Version} of ";
            Incidents.Raise(visit, Incidents.ProcessMissing, $"“{visit.Element.Label}” calls {which}the process "
                + $"'{id}', which is not deployed. Deploy it and retry.");
            return;
        }

        if (call.Place == CallPlace.OwnCase || (call.Place == CallPlace.Auto && state.Version > CaseLimits.LargeCase && !HearsEscalations(visit)))
        {
            var given = visit.Element.Inputs.Length == 0 ? visit.Variables : visit.Instance.Variables ?? FeelContext.Empty;
            var job = state.NextNumber;
            visit.Write(new CallRequested(job, visit.Number, CalledCase.IdOf(state.Id, job), id, version.Value, process.Hash, depth + 1, given));
            return;
        }

        // Without inputs the called process starts with a copy, so that it cannot change what it was not asked to change.
        if (visit.Element.Inputs.Length == 0) visit.Write(new VariablesSet(visit.Number, visit.Variables));
        visit.Write(new CallStarted(visit.Number, id, version.Value, process.Hash));
        Scopes.Open(visit.Scribe, visit.Number, process.Content);
    }

    // Escalations do not cross from one case to another, so processes that wait for some keep their calls inside unless the model says otherwise.
    private static bool HearsEscalations(in Visit visit)
    {
        for (var scope = visit.Instance.Scope; ; scope = visit.Scribe.State.Scope(scope).Scope)
        {
            if (visit.Scribe.ProcessIn(scope).ById.Values.Any(HearsEscalation)) return true;
            if (scope == 0) return false;
        }
    }

    private static bool HearsEscalation(Element element) => element.Detail is BoundaryEvent or StartEvent
        && ((EventDetail)element.Detail).Find<EscalationDefinition>() is not null;

    public void Resume(in Visit visit, Signal signal)
    {
        switch (signal)
        {
            case Signal.ScopeEnded:
                break;
            case Signal.Answered answered:
                visit.Write(new VariablesSet(visit.Number, answered.Output.AsContext()));
                break;
            default:
                throw new UnreachableException(signal.ToString());
        }

        if (visit.Element.Outputs.Length == 0 && ((CallActivity)visit.Element.Detail).Rest == CallRest.ComesBack
            && visit.Instance.Variables is { Count: > 0 } left) Variables.Merge(visit, left);
        Lifecycle.Leave(visit);
    }
}
