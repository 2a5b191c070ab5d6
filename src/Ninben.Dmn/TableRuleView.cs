using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>A row of a table, with the texts of its cells; numbers count from 1.</summary>
public sealed record TableRuleView(int Number, string? Id, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs, ImmutableArray<string> Annotations);
