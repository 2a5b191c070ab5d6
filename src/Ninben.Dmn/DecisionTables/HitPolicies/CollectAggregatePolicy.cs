using Ninben.Feel;
using Ninben.Feel.Builtins;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>One value out of all answers: their sum, least, greatest or number, by the FEEL function of that name.</summary>
internal sealed class CollectAggregatePolicy(string aggregation, string function) : IHitPolicy
{
    private readonly Builtin _function = BuiltinCatalogue.Find(function)
        ?? throw new ArgumentException($"There is no function '{function}'.", nameof(function));

    public string Name => "COLLECT " + aggregation;

    public FeelValue Settle(TableHits hits) => _function.Call(hits.Run.Run, [hits.TakeAll(hits.Rules)]);
}
