using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.DecisionTables;

/// <summary>
/// The values of one kind, split at the values that some tests name: stretch 2i + 1 is the point i, stretch 2i lies before it, and the last one
/// after all points. Every test is true or false on a whole stretch, so that finitely many cases stand for all values.
/// </summary>
internal sealed class Stretches
{
    private readonly Dictionary<FeelValue, int> _places;

    private Stretches(FeelKind kind, FeelValue[] points)
    {
        Kind = kind;
        Points = points;
        _places = new Dictionary<FeelValue, int>(points.Length);
        for (int i = 0; i < points.Length; i++) _places.Add(points[i], (2 * i) + 1);
    }

    public FeelKind Kind { get; }

    public FeelValue[] Points { get; }

    public int Count => (2 * Points.Length) + 1;

    /// <summary>Whether values can lie between two points; texts and truth values stand by themselves.</summary>
    public bool IsOrdered => Kind is not (FeelKind.String or FeelKind.Boolean);

    /// <summary>The stretches of a column; null when a test is not constant, or when the tests are about several kinds or none.</summary>
    public static Stretches? Of(IEnumerable<ConstantTest?> tests)
    {
        HashSet<FeelValue> points = [];
        FeelKind? kind = null;
        foreach (ConstantTest? test in tests)
        {
            if (test is null or (not AlwaysTest and { Kind: null })) return null;
            if (test is AlwaysTest) continue;
            if (kind is not null && kind != test.Kind) return null;
            kind = test.Kind;
            // Texts between two others exist, but tests on intervals of texts are rare: such a column has no stretches.
            if (kind == FeelKind.String && HasInterval(test)) return null;
            AddPoints(points, test);
        }

        if (kind is not FeelKind found) return null;
        FeelValue[] sorted = [.. points];
        if (found != FeelKind.Boolean) Array.Sort(sorted, (a, b) => FeelComparison.Order(in a, in b)!.Value);
        return new Stretches(found, sorted);
    }

    /// <summary>The stretch of a value of this kind.</summary>
    public int Find(in FeelValue value)
    {
        if (!IsOrdered) return _places.GetValueOrDefault(value);
        int low = 0;
        int high = Points.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = FeelComparison.Order(in Points[middle], in value)!.Value;
            if (order == 0) return (2 * middle) + 1;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return 2 * low;
    }

    /// <summary>Sets the stretches on which a test holds.</summary>
    public void Mark(ConstantTest test, bool[] holds)
    {
        switch (test)
        {
            case AlwaysTest:
                Array.Fill(holds, true);
                break;
            case EqualTest equal when _places.TryGetValue(equal.Constant, out int place):
                holds[place] = true;
                break;
            case IntervalTest { Range: FeelRange range }:
                int from = range.Start.IsNull ? 0 : Find(range.Start) + (range.StartIncluded ? 0 : 1);
                int to = range.End.IsNull ? holds.Length - 1 : Find(range.End) - (range.EndIncluded ? 0 : 1);
                for (int i = from; i <= to; i++) holds[i] = true;
                break;
            case AnyTest any:
                foreach (ConstantTest inner in any.Tests) Mark(inner, holds);
                if (any.Expected) break;
                for (int i = 0; i < holds.Length; i++) holds[i] = !holds[i];
                break;
        }
    }

    /// <summary>The stretches on which a test holds, as pairs of the first and the last of each run.</summary>
    public int[] RunsOf(ConstantTest test)
    {
        if (test is EqualTest equal && _places.TryGetValue(equal.Constant, out int place)) return [place, place];
        if (test is IntervalTest { Range: FeelRange range })
        {
            int from = range.Start.IsNull ? 0 : Find(range.Start) + (range.StartIncluded ? 0 : 1);
            int to = range.End.IsNull ? Count - 1 : Find(range.End) - (range.EndIncluded ? 0 : 1);
            return from <= to ? [from, to] : [];
        }

        bool[] holds = new bool[Count];
        Mark(test, holds);
        List<int> runs = [];
        for (int i = 0; i < holds.Length; i++)
        {
            if (holds[i] && (i == 0 || !holds[i - 1])) runs.Add(i);
            if (holds[i] && (i + 1 == holds.Length || !holds[i + 1])) runs.Add(i);
        }

        return [.. runs];
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

    private static bool HasInterval(ConstantTest test) => test is IntervalTest || (test is AnyTest any && any.Tests.Any(HasInterval));
}
