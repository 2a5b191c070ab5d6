using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>The matching rule whose output stands first among the allowed values.</summary>
internal sealed class PriorityPolicy : IHitPolicy
{
    public string Name => "PRIORITY";

    public FeelValue Settle(TableHits hits) => hits.Take(hits.ByPriority()[0]);
}
