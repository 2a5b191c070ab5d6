using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases;

/// <content>Variables of scopes, and what replaced what.</content>
public sealed partial class CaseState
{
    /// <summary>
    /// Variables as seen inside a scope: the case's, overlaid by those of each enclosing part from the outside in; inside a call only those of the call.
    /// </summary>
    public FeelContext VariablesIn(int scope)
    {
        if (scope == 0) return Variables;
        var owner = Scope(scope);
        // A called process sees nothing of its caller.
        if (owner.Called is not null) return owner.Variables ?? FeelContext.Empty;
        var outer = VariablesIn(owner.Scope);
        if (owner.Variables is not { Count: > 0 } own) return outer;
        var merged = FeelContext.CreateBuilder();
        foreach (var (name, value) in outer) merged.Set(name, value);
        foreach (var (name, value) in own) merged.Set(name, value);
        return merged.Build();
    }

    private void Apply(VariablesSet set)
    {
        var owner = set.Scope == 0 ? null : Scope(set.Scope);
        var variables = owner is null ? Variables : owner.Variables ?? FeelContext.Empty;
        if (set.Instance is { } writer) (Known(writer).Writes ??= []).Add(Replaced(set.Scope, variables, set.Values));

        if (variables.Count == 0) variables = set.Values;
        else foreach (var (name, value) in set.Values) variables = variables.With(name, value);
        if (owner is null) Variables = variables;
        else owner.Variables = variables;
    }

    private VariableWrite Replaced(int scope, FeelContext variables, FeelContext values)
    {
        var before = FeelContext.CreateBuilder();
        List<string>? added = null;
        foreach (var name in values.Keys)
        {
            if (variables.TryGetValue(name, out var value)) before.Set(name, value);
            else (added ??= []).Add(name);
        }

        return new VariableWrite(Version, scope, before.Build(), added);
    }

    private void Apply(VariablesRemoved removed)
    {
        var owner = removed.Scope == 0 ? null : Scope(removed.Scope);
        var variables = owner is null ? Variables : owner.Variables ?? FeelContext.Empty;
        foreach (var name in removed.Names) variables = variables.Without(name);
        if (owner is null) Variables = variables;
        else owner.Variables = variables;
    }
}
