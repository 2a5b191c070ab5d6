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
        return owner.Variables is { } own ? outer.With(own) : outer;
    }

    private void Apply(VariablesSet set)
    {
        var owner = set.Scope == 0 ? null : Scope(set.Scope);
        var variables = owner is null ? Variables : owner.Variables ?? FeelContext.Empty;
        if (set.Instance is { } writer) (Known(writer).Writes ??= []).Add(Replaced(set.Scope, variables, set.Values));

        variables = variables.With(set.Values);
        if (owner is null) Variables = variables;
        else owner.Variables = variables;
    }

    private VariableWrite Replaced(int scope, FeelContext variables, FeelContext values)
    {
        FeelContext.Builder? before = null;
        List<string>? added = null;
        foreach (var name in values.Keys)
        {
            if (!variables.TryGetValue(name, out var value)) (added ??= []).Add(name);
            else if (values.Count == 1) return new VariableWrite(Version, scope, FeelContext.Empty.With(name, value), null);
            else (before ??= FeelContext.CreateBuilder()).Set(name, value);
        }

        return new VariableWrite(Version, scope, before?.Build() ?? FeelContext.Empty, added);
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
