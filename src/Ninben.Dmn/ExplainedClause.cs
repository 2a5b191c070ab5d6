using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>One cell of a rule against the value of its column.</summary>
/// <param name="Column">The column, from 0.</param>
/// <param name="Label">The heading of the column.</param>
/// <param name="Test">The text of the cell.</param>
/// <param name="Holds">Whether the value passes.</param>
/// <param name="Words">The same in words, as "amount 12,400 is over 10,000".</param>
public sealed record ExplainedClause(int Column, string Label, FeelValue Value, string Test, bool Holds, string Words);
