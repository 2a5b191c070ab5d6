using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>All answers as a list in the order of the allowed values.</summary>
internal sealed class OutputOrderPolicy : IHitPolicy
{
    public string Name => "OUTPUT ORDER";

    public FeelValue Settle(TableHits hits) => hits.TakeAll(hits.ByPriority());
}
