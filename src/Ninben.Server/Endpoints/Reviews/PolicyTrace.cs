using Ninben.Feel;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>
/// The policy that asked for this review, and why, in words. <c>Matched</c> and <c>Inputs</c> are what was recorded; the rest explains it.
/// </summary>
/// <param name="Decision">The decision's id.</param>
/// <param name="Name">The decision's name; its id when the model is gone.</param>
/// <param name="Version">The version of the model that decided; 0 when none was deployed.</param>
/// <param name="State">Whether the explanation is there; without it <c>Values</c>, <c>Tables</c> and <c>Notes</c> are empty.</param>
/// <param name="Matched">The rules that decided, as recorded.</param>
/// <param name="Inputs">The values that it looked at, as recorded.</param>
internal sealed record PolicyTrace(string Decision, string Name, int Version, PolicyTraceState State, IReadOnlyList<PolicyTrace.MatchedRow> Matched,
    FeelContext Inputs)
{
    /// <summary>The same values in words.</summary>
    public IReadOnlyList<TracedValue> Values { get; init; } = [];

    /// <summary>The tables that were asked, those of required decisions first. Empty for a policy without tables.</summary>
    public IReadOnlyList<TracedTable> Tables { get; init; } = [];

    /// <summary>What the policy answered.</summary>
    public FeelValue? Output { get; init; }

    /// <summary>Why a value on the way became null.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A rule that matched, as recorded: the decision of its table, its number, the owner's annotation.</summary>
    internal sealed record MatchedRow(string Decision, int Number, string? Annotation);

    /// <summary>A value with the FEEL text that it comes from, in words as "12,400".</summary>
    internal sealed record TracedValue(string Label, string Expression, string Words);

    /// <summary>One table: what it was asked, the rules that held, and those that missed by one clause.</summary>
    internal sealed record TracedTable(string Decision, string Name, string HitPolicy, IReadOnlyList<TracedValue> Inputs,
        IReadOnlyList<TracedRule> Matched, IReadOnlyList<TracedRule> Near);

    /// <summary>A rule; <c>Decided</c> unless the hit policy left it out. Clauses that everything passes are left out, one that failed comes first.</summary>
    internal sealed record TracedRule(int Number, string? Annotation, bool Decided, IReadOnlyList<TracedClause> Clauses);

    /// <summary>A cell in words, as "amount 12,400 is over 10,000".</summary>
    internal sealed record TracedClause(string Words, string Test, bool Holds);
}
