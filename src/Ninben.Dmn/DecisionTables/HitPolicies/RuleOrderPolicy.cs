using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>All answers as a list in table order.</summary>
internal sealed class RuleOrderPolicy : IHitPolicy
{
    public string Name => "RULE ORDER";

    public FeelValue Settle(TableHits hits) => hits.TakeAll(hits.Rules);
}
