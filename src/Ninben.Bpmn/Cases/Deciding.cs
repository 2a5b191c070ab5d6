using System.Collections.Immutable;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <summary>
/// The answer of one decide: either facts to append (already applied to the state that was passed in), or a refusal (state untouched).
/// </summary>
public sealed record Deciding(ImmutableArray<Fact> Facts, Refusal? Refusal)
{
    /// <summary>True when the facts are to be appended. An accepted command may have no facts (an idempotent repeat).</summary>
    public bool Accepted => Refusal is null;
}
