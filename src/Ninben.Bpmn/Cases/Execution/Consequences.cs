using Ninben.Bpmn.Cases.Items;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>What came of an element instance, up to now.</summary>
/// <param name="Followers">Everything that it led to, oldest first; also what ended meanwhile, in whatever way.</param>
/// <param name="Partners">What arrived on other paths at a join that only completed because of it, oldest first: to wait there again.</param>
/// <param name="UnknownJoin">A completed join whose facts do not say who met there (they are from before they did), or null.</param>
internal sealed record Consequences(List<ElementInstance> Followers, List<ElementInstance> Partners, ElementInstance? UnknownJoin)
{
    public static Consequences Of(Scribe scribe, ElementInstance instance)
    {
        var state = scribe.State;
        var followers = new List<ElementInstance>();
        // The instance and what goes on because of it. The one that goes on from a join is always its newest.
        var causes = new HashSet<int> { instance.Number };
        var joins = new HashSet<int>();
        ElementInstance? unknown = null;
        for (var number = instance.Number + 1; number < state.Items.Count; number++)
        {
            if (state.Items[number] is not ElementInstance candidate || !Follows(candidate, instance, causes)) continue;
            causes.Add(candidate.Number);
            followers.Add(candidate);
            if (!IsCompletedJoin(scribe, candidate)) continue;
            var joined = candidate.Into ?? candidate.Number;
            causes.Add(joined);
            if (joins.Add(joined) && !state.Instances.Any(other => other.Into == joined)) unknown ??= candidate;
        }

        var partners = state.Instances.Where(other => other.State == InstanceState.Completed
            && (joins.Contains(other.Number) || (other.Into is { } into && joins.Contains(into)))).Except(followers);
        return new Consequences(followers, [.. partners], unknown);
    }

    private static bool Follows(ElementInstance candidate, ElementInstance instance, HashSet<int> causes)
    {
        if (!causes.Contains(candidate.From) && !(candidate.Scope != instance.Scope && causes.Contains(candidate.Scope))) return false;
        // A boundary timer of the decided element itself fired before the verdict: its path is not a consequence of it.
        return candidate.From != instance.Number || candidate.Flow is not null;
    }

    private static bool IsCompletedJoin(Scribe scribe, ElementInstance instance) =>
        instance.State == InstanceState.Completed && Joins.IsJoin(scribe.ModelOf(instance));
}
