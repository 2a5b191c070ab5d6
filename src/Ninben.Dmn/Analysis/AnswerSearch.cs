using System.Collections.Immutable;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Typing;

namespace Ninben.Dmn.Analysis;

/// <summary>Finds what decision logic may answer without evaluating it.</summary>
internal static class AnswerSearch
{
    public static ImmutableArray<PossibleAnswer> Of(IBoxedExpression? logic, SourceLocation location) => logic switch
    {
        null => [new PossibleAnswer.Known(FeelValue.Null, location)],
        LiteralExpression literal => Of(literal.Expression),
        TypedExpression typed => Of(typed.Inner, typed.Location),
        ContextExpression context => Of(context, location),
        ConditionalExpression conditional => Of(conditional.Then, conditional.Location).AddRange(Of(conditional.Else, conditional.Location)),
        ListExpression list => [new PossibleAnswer.Items([.. list.Items.SelectMany(item => Of(item, location))], location)],
        DecisionTable table => Of(table),
        _ => [new PossibleAnswer.Unknown(location)],
    };

    private static ImmutableArray<PossibleAnswer> Of(FeelExpression expression) => [.. new Possibilities(expression).Find().Select(Of)];

    private static PossibleAnswer Of(Possibilities.Part part)
    {
        if (part.Value is FeelValue value) return new PossibleAnswer.Known(value, part.Location);
        if (part.Items is { } items) return new PossibleAnswer.Items([.. items.Select(Of)], part.Location);
        if (part.Entries is { } entries) return Entries(entries.Select(entry => (entry.Name, entry.Parts.Select(Of).ToImmutableArray())), part.Location);
        return part.Kind is FeelKind kind ? new PossibleAnswer.OfKind(kind, part.Location) : new PossibleAnswer.Unknown(part.Location);
    }

    private static ImmutableArray<PossibleAnswer> Of(ContextExpression context, SourceLocation location)
    {
        // An entry without a name is the answer itself.
        foreach ((string? name, IBoxedExpression value) in context.Entries) if (name is null) return Of(value, location);
        return [Entries(context.Entries.Select(entry => (entry.Name!, Of(entry.Value, location))), location)];
    }

    private static PossibleAnswer.Entries Entries(IEnumerable<(string Name, ImmutableArray<PossibleAnswer> Answers)> entries, SourceLocation location)
    {
        ImmutableSortedDictionary<string, ImmutableArray<PossibleAnswer>>.Builder values =
            ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<PossibleAnswer>>(StringComparer.Ordinal);
        foreach ((string name, ImmutableArray<PossibleAnswer> answers) in entries) values[name] = answers;
        return new PossibleAnswer.Entries(values.ToImmutable(), location);
    }

    private static ImmutableArray<PossibleAnswer> Of(DecisionTable table)
    {
        if (table.View.Aggregation is not null) return [new PossibleAnswer.Unknown(table.Location)];
        ImmutableArray<PossibleAnswer> rows = [.. table.Rules.SelectMany(rule => Row(table, rule.Outputs, rule.Location))];
        if (table.Outputs.Any(output => output.Default is not null))
        {
            IEnumerable<FeelExpression?> defaults = table.Outputs.Select(output => output.Default);
            rows = rows.AddRange(Row(table, [.. defaults], table.Location));
        }

        bool isList = table.View.HitPolicy is "COLLECT" or "RULE ORDER" or "OUTPUT ORDER";
        return isList ? [new PossibleAnswer.Items(rows, table.Location)] : rows;
    }

    private static ImmutableArray<PossibleAnswer> Row(DecisionTable table, IReadOnlyList<FeelExpression?> cells, SourceLocation location)
    {
        if (cells.Count == 1) return Cell(cells[0], location);
        return [Entries(table.Outputs.Zip(cells, (output, cell) => (output.Name ?? "", Cell(cell, location))), location)];
    }

    private static ImmutableArray<PossibleAnswer> Cell(FeelExpression? cell, SourceLocation location) =>
        cell is null ? [new PossibleAnswer.Known(FeelValue.Null, location)] : Of(cell);
}
