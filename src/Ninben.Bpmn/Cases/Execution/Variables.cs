using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Loops;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Writing results into scopes.</summary>
internal static class Variables
{
    /// <summary>The variable with what the last decision in a scope said.</summary>
    public const string Decision = "decision";

    // Facts are read back with a bounded depth, and a loop can wrap a value once more on each round.
    private const int DeepestValue = 60;

    /// <summary>Whether a computed value can be kept in a fact: nested at most 60 deep (FEEL reads JSON of 64 levels, and a fact wraps the value).</summary>
    public static bool IsUsable(FeelValue value) => IsWithin(value, DeepestValue);

    /// <summary>Writes an element's result to the nearest enclosing scope that has the variable, else to the case.</summary>
    public static void SetResult(in Visit visit, FeelValue value)
    {
        var name = visit.Element.Hold.Result;
        visit.Write(new VariablesSet(ScopeOf(visit, name), One(name, value), visit.Number));
    }

    /// <summary>Writes the result and the decision, as one fact when both go to the same scope.</summary>
    public static void SetResultAndDecision(in Visit visit, FeelValue value, FeelValue decision)
    {
        var name = visit.Element.Hold.Result;
        var scope = ScopeOf(visit, name);
        if (scope == DecisionScope(visit))
        {
            visit.Write(new VariablesSet(scope, FeelContext.CreateBuilder().Set(name, value).Set(Decision, decision).Build(), visit.Number));
            return;
        }

        visit.Write(new VariablesSet(scope, One(name, value), visit.Number));
        SetDecision(visit, decision);
    }

    /// <summary>Writes the decision to the scope of the element itself, so that parallel sub-processes do not overwrite each other's.</summary>
    public static void SetDecision(in Visit visit, FeelValue decision) =>
        visit.Write(new VariablesSet(DecisionScope(visit), One(Decision, decision), visit.Number));

    /// <summary>Writes what came with an event as the event's result, or its entries as variables; nothing when nothing came.</summary>
    public static void SetPayload(in Visit visit, FeelValue payload)
    {
        if (payload.IsNull || !IsUsable(payload)) return;
        if (payload.Kind == FeelKind.Context && visit.Element.Detail is EventDetail detail && detail.Find<MessageDefinition>() is { SpreadsPayload: true })
            SetEntries(visit, payload.AsContext());
        else SetResult(visit, payload);
    }

    /// <summary>Writes the outputs of an activity outside of it.</summary>
    public static void SetOutputs(in Visit visit)
    {
        if (visit.Element.Outputs.Length == 0) return;
        var inside = visit.Scribe.State.VariablesIn(visit.Number);
        foreach (var output in visit.Element.Outputs)
        {
            var value = output.Value.Evaluate(inside, visit.At);
            var path = output.Name.Split('.');
            var scope = Outside(visit, path[0]);
            var whole = Entries.With(FeelContext.Empty.With(path[0], FeelValue.From(visit.Scribe.State.VariablesIn(scope))[path[0]]), path, value);
            if (IsUsable(whole[path[0]])) visit.Write(new VariablesSet(scope, whole, visit.Number));
        }
    }

    /// <summary>
    /// Writes the entries of an answer as variables of their own: for the activity alone when it has outputs, which then say what goes outside.
    /// </summary>
    public static void SetEntries(in Visit visit, FeelContext entries)
    {
        if (entries.Count == 0) return;
        if (visit.Element.Outputs.Length > 0) visit.Write(new VariablesSet(visit.Number, entries, visit.Number));
        else Merge(visit, entries);
    }

    /// <summary>Writes every variable that a called process leaves outside of the call.</summary>
    public static void Merge(in Visit visit, FeelContext values)
    {
        foreach (var (name, value) in values)
            visit.Write(new VariablesSet(Outside(visit, name), One(name, value), visit.Number));
    }

    private static bool IsWithin(FeelValue value, int depth)
    {
        if (value.Kind is not (FeelKind.List or FeelKind.Context)) return true;
        if (depth == 0) return false;
        if (value.Kind == FeelKind.List)
        {
            foreach (var item in value.AsList())
                if (!IsWithin(item, depth - 1)) return false;
            return true;
        }

        foreach (var (_, entry) in value.AsContext())
            if (!IsWithin(entry, depth - 1)) return false;
        return true;
    }

    private static FeelContext One(string name, FeelValue value) => FeelContext.Empty.With(name, value);

    /// <summary>
    /// Where a result goes: the nearest scope that has the variable, else the case or the call. A round that gives an output keeps its result for itself.
    /// </summary>
    public static int ScopeOf(in Visit visit, string name)
    {
        if (visit.Instance is { Called: null, Variables: { } own } && own.ContainsKey(name)) return visit.Number;
        return visit.IsInner && visit.Element.Loop is MultiInstance { OutputCollection: not null } ? visit.Number : Outside(visit, name);
    }

    private static int Outside(in Visit visit, string name)
    {
        var scope = visit.Instance.Scope;
        while (scope != 0)
        {
            var owner = visit.Scribe.State.Scope(scope);
            if (owner.Called is not null || owner.Variables?.ContainsKey(name) == true) return scope;
            scope = owner.Scope;
        }

        return 0;
    }

    // Rounds of a repeated activity run side by side, so each has a decision of its own.
    private static int DecisionScope(in Visit visit) => visit.IsInner ? visit.Number : visit.Instance.Scope;
}
