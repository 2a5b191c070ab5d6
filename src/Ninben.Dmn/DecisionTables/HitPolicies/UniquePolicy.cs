using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>At most one rule may match.</summary>
internal sealed class UniquePolicy : IHitPolicy
{
    public string Name => "UNIQUE";

    public FeelValue Settle(TableHits hits) => hits.Rules.Count == 1 ? hits.Take(hits.Rules[0])
        : hits.Fail("dmn-not-unique", $"The hit policy is unique, but the rules {string.Join(", ", hits.Rules.Select(rule => rule + 1))} match.");
}
