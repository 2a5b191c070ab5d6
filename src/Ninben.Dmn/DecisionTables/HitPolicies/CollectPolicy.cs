using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>All answers as a list in no promised order (here: table order).</summary>
internal sealed class CollectPolicy : IHitPolicy
{
    public string Name => "COLLECT";

    public FeelValue Settle(TableHits hits) => hits.TakeAll(hits.Rules);
}
