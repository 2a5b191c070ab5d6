using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;

namespace Ninben.Testing;

/// <summary>A fact of a case in a <see cref="World"/>, and when it happened there.</summary>
public readonly record struct WorldFact(CaseState Case, Fact Fact, DateTimeOffset At)
{
    /// <summary>The case and the fact.</summary>
    public void Deconstruct(out CaseState state, out Fact fact) => (state, fact) = (Case, Fact);
}
