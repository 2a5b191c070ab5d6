using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Relations of ranges (DMN 1.5, Table 79); a point counts as the closed range of that point alone.</summary>
internal static class Intervals
{
    public static FeelValue Compare(Run run, FeelValue first, FeelValue second, Func<FeelRange, FeelRange, bool> holds)
    {
        FeelRange left = AsRange(first);
        FeelRange right = AsRange(second);
        bool comparable = FeelComparison.Order(Known(left), Known(right)) is not null;
        return comparable ? FeelValue.From(holds(left, right)) : run.Fail("feel-incomparable", "The points or ranges cannot be compared.");
    }

    public static int Order(FeelValue left, FeelValue right) => FeelComparison.Order(left, right) ?? 1;

    public static bool EndsBefore(FeelRange first, FeelRange second)
    {
        if (first.End.IsNull || second.Start.IsNull) return false;
        int order = Order(first.End, second.Start);
        return order < 0 || (order == 0 && !(first.EndIncluded && second.StartIncluded));
    }

    public static int CompareStarts(FeelRange first, FeelRange second)
    {
        if (first.Start.IsNull || second.Start.IsNull) return second.Start.IsNull.CompareTo(first.Start.IsNull);
        int order = Order(first.Start, second.Start);
        return order != 0 ? order : second.StartIncluded.CompareTo(first.StartIncluded);
    }

    public static int CompareEnds(FeelRange first, FeelRange second)
    {
        if (first.End.IsNull || second.End.IsNull) return first.End.IsNull.CompareTo(second.End.IsNull);
        int order = Order(first.End, second.End);
        return order != 0 ? order : first.EndIncluded.CompareTo(second.EndIncluded);
    }

    private static FeelRange AsRange(FeelValue value) => value.Kind == FeelKind.Range ? value.Range : new FeelRange(value, value, true, true);

    private static FeelValue Known(FeelRange range) => range.Start.IsNull ? range.End : range.Start;
}
