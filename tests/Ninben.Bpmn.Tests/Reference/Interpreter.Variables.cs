namespace Ninben.Bpmn.Tests.Reference;

/// <content>Variables: what is seen from where, and where results go.</content>
internal sealed partial class Interpreter
{
    /// <summary>The value as seen inside of a run: the nearest one outwards; a called process sees nothing of its caller.</summary>
    private static object? Look(Run from, string name)
    {
        for (var run = from; run is not null; run = run.IsCalled ? null : run.Scope)
            if (run.Variables?.TryGetValue(name, out var value) == true) return value;
        return null;
    }

    private static HashSet<string> Visible(Run from)
    {
        var names = new HashSet<string>();
        for (var run = from; run is not null; run = run.IsCalled ? null : run.Scope) names.UnionWith(run.Variables?.Keys ?? Enumerable.Empty<string>());
        return names;
    }

    private static void Set(Run owner, string name, object? value) => (owner.Variables ??= [])[name] = value;

    /// <summary>A result replaces the run's own variable; a round that gives an output keeps it; else it goes outside.</summary>
    private static void SetResult(Run run, string name, object? value)
    {
        var isKept = run is { IsCalled: false, Variables: { } own } && own.ContainsKey(name);
        Set(isKept || (run.Round > 0 && run.Node!.Repeat!.Outputs is not null) ? run : Outside(run, name), name, value);
    }

    /// <summary>The nearest scope that has the variable, else the process or the called one.</summary>
    private static Run Outside(Run run, string name)
    {
        var scope = run.Scope!;
        while (scope.Scope is not null && !scope.IsCalled && scope.Variables?.ContainsKey(name) != true) scope = scope.Scope;
        return scope;
    }

    private static void SetOutputs(Run run)
    {
        // Each output sees what the one before has written.
        foreach (var (name, value) in run.Node!.Outputs) Set(Outside(run, name), name, value.Value(other => Look(run, other)));
    }
}
