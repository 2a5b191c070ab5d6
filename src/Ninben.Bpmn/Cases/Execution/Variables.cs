using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;
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
        if (scope == visit.Instance.Scope)
        {
            visit.Write(new VariablesSet(scope, FeelContext.CreateBuilder().Set(name, value).Set(Decision, decision).Build(), visit.Number));
            return;
        }

        visit.Write(new VariablesSet(scope, One(name, value), visit.Number));
        SetDecision(visit, decision);
    }

    /// <summary>Writes the decision to the scope of the element itself, so that parallel sub-processes do not overwrite each other's.</summary>
    public static void SetDecision(in Visit visit, FeelValue decision) =>
        visit.Write(new VariablesSet(visit.Instance.Scope, One(Decision, decision), visit.Number));

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

    private static int ScopeOf(in Visit visit, string name)
    {
        var scope = visit.Instance.Scope;
        while (scope != 0)
        {
            var owner = visit.Scribe.State.Scope(scope);
            if (owner.Variables?.ContainsKey(name) == true) return scope;
            scope = owner.Scope;
        }

        return 0;
    }
}
