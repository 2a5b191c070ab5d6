using System.Collections.Immutable;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>All hit policies. A new one is a file beside this one and a line here.</summary>
internal static class HitPolicyCatalogue
{
    public static ImmutableArray<IHitPolicy> All { get; } =
    [
        new UniquePolicy(),
        new AnyPolicy(),
        new PriorityPolicy(),
        new FirstPolicy(),
        new RuleOrderPolicy(),
        new OutputOrderPolicy(),
        new CollectPolicy(),
        new CollectAggregatePolicy("SUM", "sum"),
        new CollectAggregatePolicy("MIN", "min"),
        new CollectAggregatePolicy("MAX", "max"),
        new CollectAggregatePolicy("COUNT", "count"),
    ];

    public static IHitPolicy? Find(string name) => All.FirstOrDefault(policy => policy.Name == name);
}
