using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>
/// A table as boxes in a grid: the stretches of each column are its ticks, and a rule takes some of each column's. Rules with a cell that is worked
/// out at run time, and columns of several kinds, are left out, and so are findings that would depend on them.
/// </summary>
internal sealed class TableGrid
{
    private readonly int[]?[][] _cells;
    private readonly int[][] _whole;

    private TableGrid(Stretches?[] columns, bool[][] allowed, int[]?[][] cells, bool[] exact)
    {
        Columns = columns;
        Allowed = allowed;
        _cells = cells;
        _whole = [.. columns.Select(column => column is null ? (int[])[] : [0, column.Count - 1])];
        IsExact = exact;
    }

    /// <summary>The stretches of each column; null for a column that says nothing about its values.</summary>
    public Stretches?[] Columns { get; }

    /// <summary>For each column the stretches that its allowed values let in.</summary>
    public bool[][] Allowed { get; }

    /// <summary>For each rule whether all its cells are known.</summary>
    public bool[] IsExact { get; }

    public int Rules => _cells.Length;

    /// <summary>The stretches of a rule's cell as runs, first and last of each; null for a cell that everything passes.</summary>
    public int[]? Cell(int rule, int column) => _cells[rule][column];

    public static TableGrid Of(DecisionTable table)
    {
        int count = table.Inputs.Count;
        Stretches?[] columns = new Stretches?[count];
        bool[][] allowed = new bool[count][];
        bool[] exact = [.. Enumerable.Repeat(true, table.Rules.Count)];
        int[]?[][] cells = [.. table.Rules.Select(_ => new int[]?[count])];
        for (int column = 0; column < count; column++)
        {
            ConstantTest?[] tests = [.. table.Rules.Select(rule => TestOf(rule.Tests[column]))];
            ConstantTest? values = table.Inputs[column].Allowed?.Program.Test;
            columns[column] = Stretches.Of(tests.Where(test => test is not null).Append(values ?? AlwaysTest.Instance));
            allowed[column] = [];
            for (int rule = 0; rule < tests.Length; rule++)
            {
                if (tests[rule] is AlwaysTest) continue;
                if (columns[column] is not Stretches stretches || tests[rule] is not ConstantTest test) exact[rule] = false;
                else cells[rule][column] = stretches.RunsOf(test);
            }

            if (columns[column] is Stretches found) allowed[column] = AllowedOf(found, values);
        }

        TableGrid grid = new(columns, allowed, cells, exact);
        for (int column = 0; column < count; column++) grid.Narrow(column, table.Inputs[column].Type);
        return grid;
    }

    // A type with allowed values lets in only the stretches whose values it has.
    private void Narrow(int column, FeelType type)
    {
        if (type is not ConstrainedType) return;
        for (int i = 0; i < Allowed[column].Length; i++) Allowed[column][i] &= type.IsInstance(ValueOf(column, i));
    }

    /// <summary>Whether a rule takes that stretch of that column.</summary>
    public bool Holds(int rule, int column, int stretch)
    {
        if (_cells[rule][column] is not int[] runs) return true;
        for (int i = 0; i < runs.Length; i += 2)
        {
            if (runs[i] <= stretch && stretch <= runs[i + 1]) return true;
        }

        return false;
    }

    /// <summary>The first allowed stretch from there to there; -1 when there is none.</summary>
    public int FirstAllowed(int column, int from, int to)
    {
        bool[] allowed = Allowed[column];
        for (int i = from; i <= to; i++)
        {
            if (allowed[i]) return i;
        }

        return -1;
    }

    /// <summary>A stretch that both rules take in a column, among the allowed ones; -1 when there is none.</summary>
    public int Common(int first, int second, int column)
    {
        if (Columns[column] is null) return 0;
        int[] a = _cells[first][column] ?? _whole[column];
        int[] b = _cells[second][column] ?? _whole[column];
        for (int i = 0; i < a.Length; i += 2)
        {
            for (int j = 0; j < b.Length; j += 2)
            {
                int from = Math.Max(a[i], b[j]);
                int to = Math.Min(a[i + 1], b[j + 1]);
                if (from <= to && FirstAllowed(column, from, to) is >= 0 and int found) return found;
            }
        }

        return -1;
    }

    /// <summary>Whether the first rule takes all that the second takes in a column.</summary>
    public bool Contains(int first, int second, int column)
    {
        if (Columns[column] is null || _cells[first][column] is not int[] outer) return true;
        int[] inner = _cells[second][column] ?? _whole[column];
        for (int j = 0; j < inner.Length; j += 2)
        {
            bool within = false;
            for (int i = 0; i < outer.Length && !within; i += 2) within = outer[i] <= inner[j] && inner[j + 1] <= outer[i + 1];
            if (!within) return false;
        }

        return true;
    }

    /// <summary>A value of that stretch, for showing it.</summary>
    public FeelValue ValueOf(int column, int stretch)
    {
        Stretches stretches = Columns[column]!;
        int point = stretch / 2;
        if (stretch % 2 == 1) return stretches.Points[point];
        if (stretches.Kind == FeelKind.Boolean) return FeelValue.From(stretches.Points.Length == 0 || !stretches.Points[0].IsTrue);
        if (stretches.Kind == FeelKind.String) return FeelValue.From("any other text");
        FeelValue? below = point > 0 ? stretches.Points[point - 1] : null;
        FeelValue? above = point < stretches.Points.Length ? stretches.Points[point] : null;
        return Between(below, above);
    }

    private static FeelValue Between(FeelValue? below, FeelValue? above)
    {
        if ((below ?? above) is not FeelValue end) return default;
        int step = below is null ? -1 : 1;
        FeelValue next = end.Kind switch
        {
            FeelKind.Number => FeelNumber.Add(end, FeelValue.From(step)),
            FeelKind.Date => FeelValue.FromDays(end.Days + step),
            FeelKind.DaysAndTimeDuration => FeelValue.FromNanoseconds(end.Nanoseconds + (step * Calendar.NanosecondsPerDay)),
            _ => FeelValue.FromMonths(end.Months + step),
        };
        if (below is null || above is null || FeelComparison.Order(next, above.Value) < 0 || end.Kind != FeelKind.Number) return next;
        return FeelNumber.Divide(FeelNumber.Add(below.Value, above.Value), FeelValue.From(2));
    }

    private static ConstantTest? TestOf(FeelUnaryTests? tests) => tests is null ? AlwaysTest.Instance : tests.Program.Test;

    private static bool[] AllowedOf(Stretches stretches, ConstantTest? values)
    {
        bool[] allowed = new bool[stretches.Count];
        stretches.Mark(values ?? AlwaysTest.Instance, allowed);
        // Between dates, durations and truth values that follow each other there is nothing.
        for (int i = 0; i < allowed.Length; i += 2)
        {
            int point = i / 2;
            bool inner = point > 0 && point < stretches.Points.Length;
            if (stretches.Kind == FeelKind.Boolean && (i > 0 || stretches.Points.Length == 2)) allowed[i] = false;
            if (stretches.Kind == FeelKind.String && i > 0) allowed[i] = false;
            if (stretches.Kind == FeelKind.Date && inner && stretches.Points[point].Days == stretches.Points[point - 1].Days + 1) allowed[i] = false;
            if (stretches.Kind == FeelKind.YearsAndMonthsDuration && inner && stretches.Points[point].Months == stretches.Points[point - 1].Months + 1)
            {
                allowed[i] = false;
            }
        }

        return allowed;
    }
}
