using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// The facts that give variables the values which they would have if some instances had never written: what another path wrote later stays,
/// and what did not exist is gone again.
/// </summary>
internal static class EarlierVariables
{
    public static List<Fact> Of(CaseState state, List<ElementInstance> undone)
    {
        var numbers = undone.Select(instance => instance.Number).ToHashSet();
        // A sub-process that is undone takes its variables with it.
        var touched = undone.SelectMany(instance => instance.Writes ?? []).Where(write => !numbers.Contains(write.Scope))
            .SelectMany(write => NamesOf(write).Select(name => (write.Scope, Name: name))).ToHashSet();
        if (touched.Count == 0) return [];

        var standing = state.Instances.Where(instance => !numbers.Contains(instance.Number)).SelectMany(instance => instance.Writes ?? [])
            .Concat(state.Edits).Select(write => write.Sequence).ToHashSet();
        var newestFirst = state.Instances.SelectMany(instance => (instance.Writes ?? []).Concat(instance.UndoneWrites ?? [])).Concat(state.Edits)
            .OrderByDescending(write => write.Sequence).ToArray();
        var facts = new List<Fact>();
        foreach (var scope in touched.GroupBy(variable => variable.Scope, variable => variable.Name).OrderBy(scope => scope.Key))
        {
            var values = FeelContext.Empty;
            var gone = new List<string>();
            foreach (var name in scope.Order(StringComparer.Ordinal))
            {
                var writes = newestFirst.Where(write => write.Scope == scope.Key && NamesOf(write).Contains(name));
                if (writes.TakeWhile(write => !standing.Contains(write.Sequence)).LastOrDefault() is not { } oldest) continue;
                if (oldest.Before.TryGetValue(name, out var before)) values = values.With(name, before);
                else gone.Add(name);
            }

            if (values.Count > 0) facts.Add(new VariablesSet(scope.Key, values));
            if (gone.Count > 0) facts.Add(new VariablesRemoved(scope.Key, [.. gone]));
        }

        return facts;
    }

    private static IEnumerable<string> NamesOf(VariableWrite write) => write.Before.Keys.Concat(write.Added ?? []);
}
