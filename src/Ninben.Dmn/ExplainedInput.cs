using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>A column of a table and the value it had.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="Expression">Where the value comes from: the FEEL text of the column.</param>
/// <param name="Words">The value as people write it, as "12,400" or "30 November 2026".</param>
public sealed record ExplainedInput(string Label, string Expression, FeelValue Value, string Words);
