using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>A decision table as it was written, for showing it.</summary>
/// <param name="HitPolicy">UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER or COLLECT.</param>
/// <param name="Aggregation">SUM, MIN, MAX or COUNT for COLLECT; else null.</param>
/// <param name="Annotations">Headings of the annotation columns.</param>
public sealed record DecisionTableView(
    string HitPolicy,
    string? Aggregation,
    ImmutableArray<TableInputView> Inputs,
    ImmutableArray<TableOutputView> Outputs,
    ImmutableArray<string> Annotations,
    ImmutableArray<TableRuleView> Rules);
