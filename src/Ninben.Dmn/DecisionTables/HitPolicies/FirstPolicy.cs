using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>The first matching rule in table order.</summary>
internal sealed class FirstPolicy : IHitPolicy
{
    public string Name => "FIRST";

    public bool StopsAtFirst => true;

    public FeelValue Settle(TableHits hits) => hits.Take(hits.Rules[0]);
}
