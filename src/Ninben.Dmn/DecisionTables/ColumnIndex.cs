using Ninben.Feel;
using Ninben.Feel.Evaluation;

namespace Ninben.Dmn.DecisionTables;

/// <summary>One column of a table: for each stretch of its values the rules that hold, as bits.</summary>
internal sealed class ColumnIndex
{
    private readonly Stretches _stretches;
    private readonly ulong[][] _rules;

    private ColumnIndex(int column, Stretches stretches, ConstantTest?[] tests)
    {
        Column = column;
        _stretches = stretches;
        _rules = new ulong[stretches.Count][];
        for (int i = 0; i < _rules.Length; i++) _rules[i] = new ulong[(tests.Length + 63) / 64];
        bool[] holds = new bool[stretches.Count];
        for (int rule = 0; rule < tests.Length; rule++)
        {
            Array.Clear(holds);
            stretches.Mark(tests[rule]!, holds);
            for (int i = 0; i < holds.Length; i++)
            {
                if (holds[i]) _rules[i][rule / 64] |= 1UL << (rule % 64);
            }
        }
    }

    public int Column { get; }

    public long Words => (long)_rules.Length * _rules[0].Length;

    /// <summary>An index of the column; null when its tests allow none, or when it would take more than that many words.</summary>
    public static ColumnIndex? Of(int column, ConstantTest?[] tests, long mostWords) =>
        Stretches.Of(tests) is Stretches stretches && (long)stretches.Count * ((tests.Length + 63) / 64) <= mostWords
            ? new ColumnIndex(column, stretches, tests) : null;

    /// <summary>The rules that hold for a value; null when it is of another kind.</summary>
    public ulong[]? Find(in FeelValue value) => value.Kind == _stretches.Kind ? _rules[_stretches.Find(in value)] : null;
}
