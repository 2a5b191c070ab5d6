using System.Numerics;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.DecisionTables;

/// <summary>
/// Finds the rules of a large table without looking at each. A column whose cells are all constant tests on one kind of value splits that kind
/// into stretches between the values named in it; for each stretch it knows the rules that hold, as bits. Other columns are tested rule by rule.
/// </summary>
internal sealed class TableIndex
{
    private const int LeastRules = 32;

    // Bits kept for one table: 16 MB.
    private const long MostWords = 2_000_000;

    private readonly List<ColumnIndex> _columns = [];
    private readonly int _words;

    private TableIndex(int rules) => _words = (rules + 63) / 64;

    /// <summary>An index of the table; null when it is small, or when no column allows one.</summary>
    public static TableIndex? Of(IReadOnlyList<TableRule> rules, int columns)
    {
        if (rules.Count < LeastRules) return null;
        TableIndex index = new(rules.Count);
        long words = 0;
        for (int column = 0; column < columns; column++)
        {
            ConstantTest?[] tests = [.. rules.Select(rule => rule.Tests[column] is FeelUnaryTests test ? test.Program.Test : AlwaysTest.Instance)];
            if (ColumnIndex.Of(column, tests, MostWords - words) is not ColumnIndex found) continue;
            index._columns.Add(found);
            words += found.Words;
        }

        return index._columns.Count > 0 ? index : null;
    }

    /// <summary>Whether the column was looked up already, so that its cells need no test.</summary>
    public bool Covers(int column) => _columns.Exists(covered => covered.Column == column);

    /// <summary>The rules that may hold, as bits; false when a value is not of the kind its column is made for.</summary>
    public bool TryFind(ReadOnlySpan<FeelValue> values, out ulong[] rules)
    {
        rules = new ulong[_words];
        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Find(in values[_columns[i].Column]) is not ulong[] holding) return false;
            if (i == 0) holding.CopyTo(rules, 0);
            else for (int word = 0; word < rules.Length; word++) rules[word] &= holding[word];
        }

        return true;
    }

    /// <summary>The numbers of the bits that are set, in order.</summary>
    public static IEnumerable<int> RulesIn(ulong[] bits)
    {
        for (int word = 0; word < bits.Length; word++)
        {
            for (ulong rest = bits[word]; rest != 0; rest &= rest - 1) yield return (word * 64) + BitOperations.TrailingZeroCount(rest);
        }
    }
}

/// <summary>One column: the named values in order, and for each of them and each gap between two the rules that hold.</summary>
internal sealed class ColumnIndex
{
    private readonly FeelKind _kind;
    private readonly FeelValue[] _points;
    private readonly ulong[][] _rules;
    private readonly Dictionary<FeelValue, int>? _places;

    private ColumnIndex(int column, FeelKind kind, FeelValue[] points, ulong[][] rules)
    {
        Column = column;
        _kind = kind;
        _points = points;
        _rules = rules;
        // Texts and truth values are looked up; only ordered kinds can lie between two points.
        if (kind is FeelKind.String or FeelKind.Boolean) _places = Enumerable.Range(0, points.Length).ToDictionary(i => points[i], i => (2 * i) + 1);
    }

    public int Column { get; }

    public long Words => (long)_rules.Length * _rules[0].Length;

    public static ColumnIndex? Of(int column, ConstantTest?[] tests, long mostWords)
    {
        HashSet<FeelValue> points = [];
        FeelKind? kind = null;
        foreach (ConstantTest? test in tests)
        {
            if (test is null or (not AlwaysTest and { Kind: null })) return null;
            if (test is AlwaysTest) continue;
            if (kind is not null && kind != test.Kind) return null;
            kind = test.Kind;
            AddPoints(points, test);
        }

        if (kind is not FeelKind found) return null;
        // Texts between two others exist, but tests on intervals of texts are rare: such a column is not indexed.
        if (found is FeelKind.String && tests.Any(HasInterval)) return null;
        if (((2L * points.Count) + 1) * ((tests.Length + 63) / 64) > mostWords) return null;
        FeelValue[] sorted = found == FeelKind.Boolean ? [.. points] : [.. points.Order(Comparer<FeelValue>.Create((a, b) => FeelComparison.Order(a, b)!.Value))];
        return new ColumnIndex(column, found, sorted, RulesOf(tests, sorted));
    }

    /// <summary>The rules that hold for a value; null when it is of another kind.</summary>
    public ulong[]? Find(in FeelValue value)
    {
        if (value.Kind != _kind) return null;
        if (_places is not null) return _rules[_places.GetValueOrDefault(value)];
        int low = 0;
        int high = _points.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = FeelComparison.Order(in _points[middle], in value)!.Value;
            if (order == 0) return _rules[(2 * middle) + 1];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return _rules[2 * low];
    }

    private static void AddPoints(HashSet<FeelValue> points, ConstantTest test)
    {
        switch (test)
        {
            case EqualTest equal:
                points.Add(equal.Constant);
                break;
            case IntervalTest { Range: FeelRange range }:
                if (!range.Start.IsNull) points.Add(range.Start);
                if (!range.End.IsNull) points.Add(range.End);
                break;
            case AnyTest any:
                foreach (ConstantTest inner in any.Tests) AddPoints(points, inner);
                break;
        }
    }

    private static bool HasInterval(ConstantTest? test) => test is IntervalTest || (test is AnyTest any && any.Tests.Any(HasInterval));

    // Stretch 2i + 1 is the point i; stretch 2i lies before it, and the last one after all points.
    private static ulong[][] RulesOf(ConstantTest?[] tests, FeelValue[] points)
    {
        int stretches = (2 * points.Length) + 1;
        ulong[][] rules = new ulong[stretches][];
        for (int i = 0; i < stretches; i++) rules[i] = new ulong[(tests.Length + 63) / 64];
        Dictionary<FeelValue, int> places = Enumerable.Range(0, points.Length).ToDictionary(i => points[i], i => (2 * i) + 1);
        bool[] holds = new bool[stretches];
        for (int rule = 0; rule < tests.Length; rule++)
        {
            Array.Clear(holds);
            Mark(tests[rule]!, places, holds);
            for (int i = 0; i < stretches; i++)
            {
                if (holds[i]) rules[i][rule / 64] |= 1UL << (rule % 64);
            }
        }

        return rules;
    }

    private static void Mark(ConstantTest test, Dictionary<FeelValue, int> places, bool[] holds)
    {
        switch (test)
        {
            case AlwaysTest:
                Array.Fill(holds, true);
                break;
            case EqualTest equal:
                holds[places[equal.Constant]] = true;
                break;
            case IntervalTest { Range: FeelRange range }:
                int from = range.Start.IsNull ? 0 : places[range.Start] + (range.StartIncluded ? 0 : 1);
                int to = range.End.IsNull ? holds.Length - 1 : places[range.End] - (range.EndIncluded ? 0 : 1);
                for (int i = from; i <= to; i++) holds[i] = true;
                break;
            case AnyTest any:
                foreach (ConstantTest inner in any.Tests) Mark(inner, places, holds);
                if (any.Expected) break;
                for (int i = 0; i < holds.Length; i++) holds[i] = !holds[i];
                break;
        }
    }
}
