using System.Diagnostics;
using System.Globalization;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>
/// Runs the called process as a scope of this case. It sees only what it is given: the activity's inputs, or a copy of all variables when there are
/// none. What it leaves goes back by the activity's outputs, or all of it when there are none.
/// </summary>
internal sealed class CallActivityBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var call = (CallActivity)visit.Element.Detail;
        var id = call.Process.Evaluate(visit.Variables, visit.At) is { Kind: FeelKind.String } text ? text.AsString() : "";
        var depth = 0;
        for (var scope = visit.Instance.Scope; scope != 0; scope = visit.Scribe.State.Scope(scope).Scope)
            if (visit.Scribe.State.Scope(scope).Called is not null) depth++;
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

        // Without inputs the called process starts with a copy, so that it cannot change what it was not asked to change.
        if (visit.Element.Inputs.Length == 0) visit.Write(new VariablesSet(visit.Number, visit.Variables));
        visit.Write(new CallStarted(visit.Number, id, version.Value, process.Hash));
        Scopes.Open(visit.Scribe, visit.Number, process.Content);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.ScopeEnded) throw new UnreachableException(signal.ToString());
        if (visit.Element.Outputs.Length == 0 && ((CallActivity)visit.Element.Detail).Rest == CallRest.ComesBack
            && visit.Instance.Variables is { Count: > 0 } left) Variables.Merge(visit, left);
        Lifecycle.Leave(visit);
    }
}
