using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>Several rules may match when they agree.</summary>
internal sealed class AnyPolicy : IHitPolicy
{
    public string Name => "ANY";

    public FeelValue Settle(TableHits hits)
    {
        FeelValue[] answers = [.. hits.Rules.Select(hits.Take)];
        return answers.All(answer => answer.Equals(answers[0])) ? answers[0]
            : hits.Run.Fail("dmn-not-any",
                $"The hit policy is any, but the rules {string.Join(", ", hits.Rules.Select(rule => rule + 1))} differ in their answers.", hits.Location);
    }
}
