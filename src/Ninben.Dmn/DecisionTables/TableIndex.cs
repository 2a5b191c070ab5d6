using System.Numerics;
using Ninben.Feel;
using Ninben.Feel.Evaluation;

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
