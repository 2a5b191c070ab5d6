using Ninben.Feel;

namespace Ninben.Dmn.DecisionTables.HitPolicies;

/// <summary>Which of several matching rules count, and how (DMN 1.5, 8.2.10).</summary>
internal interface IHitPolicy
{
    /// <summary>Its name in the XML, with the aggregation of a collect policy after it.</summary>
    string Name { get; }

    /// <summary>Whether rules after the first match are not even looked at.</summary>
    bool StopsAtFirst => false;

    /// <summary>The answer of the table; at least one rule matches.</summary>
    FeelValue Settle(TableHits hits);
}
