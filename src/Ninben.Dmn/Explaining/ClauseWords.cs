using System.Globalization;
using System.Text;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Explaining;

/// <summary>A clause of a rule as a part of a sentence.</summary>
internal static class ClauseWords
{
    /// <summary>As "amount 12,400 is over 10,000": what is true of the value, whether the clause holds or not.</summary>
    public static string Of(string label, FeelValue value, FeelUnaryTests tests, bool holds)
    {
        string subject = value.IsNull ? $"{label} is missing and" : $"{label} {Text(value)}";
        string? words = tests.Program.Test is not ConstantTest test ? null : holds ? Holding(test, value) : Failing(test, value);
        return words is not null ? $"{subject} {words}" : $"{subject} {(holds ? "passes" : "does not pass")} {tests.Text}";
    }

    private static string? Holding(ConstantTest test, FeelValue value) => test switch
    {
        EqualTest equal => $"is {Text(equal.Constant)}",
        IntervalTest { Range: FeelRange range } => Inside(range),
        AnyTest { Expected: true } any => First(any, value) is ConstantTest found ? Holding(found, value) : null,
        AnyTest any when any.Tests.All(inner => inner is EqualTest) => $"is none of {List(any)}",
        _ => null,
    };

    private static string? Failing(ConstantTest test, FeelValue value) => test switch
    {
        EqualTest equal => $"is not {Text(equal.Constant)}",
        IntervalTest { Range: FeelRange range } when value.Kind == test.Kind => Outside(range, value),
        AnyTest { Expected: false } any => First(any, value) is ConstantTest found ? Holding(found, value) : null,
        AnyTest any when any.Tests.All(inner => inner is EqualTest) => $"is none of {List(any)}",
        _ => null,
    };

    private static ConstantTest? First(AnyTest any, FeelValue value) => any.Tests.FirstOrDefault(inner => inner.Holds(in value) is true);

    private static string Inside(FeelRange range)
    {
        if (range.End.IsNull) return $"{(range.StartIncluded ? "is at least" : "is over")} {Text(range.Start)}";
        if (range.Start.IsNull) return $"{(range.EndIncluded ? "is at most" : "is under")} {Text(range.End)}";
        if (range is { StartIncluded: true, EndIncluded: true }) return $"is from {Text(range.Start)} to {Text(range.End)}";
        string low = range.StartIncluded ? $"at least {Text(range.Start)}" : $"over {Text(range.Start)}";
        return $"is {low} and {(range.EndIncluded ? "at most" : "under")} {Text(range.End)}";
    }

    private static string Outside(FeelRange range, FeelValue value)
    {
        bool below = !range.Start.IsNull && FeelComparison.Order(in value, range.Start) is int order && (order < 0 || (order == 0 && !range.StartIncluded));
        return below ? $"{(range.StartIncluded ? "is under" : "is at most")} {Text(range.Start)}"
            : $"{(range.EndIncluded ? "is over" : "is at least")} {Text(range.End)}";
    }

    private static string List(AnyTest any) => string.Join(", ", any.Tests.OfType<EqualTest>().Select(test => Text(test.Constant)));

    /// <summary>Numbers with separators, texts without quotation marks.</summary>
    private static string Text(FeelValue value)
    {
        string text = FeelText.Display(value);
        if (!value.IsNumber || text.Contains('E', StringComparison.Ordinal)) return text;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        StringBuilder grouped = new(whole);
        int first = whole.StartsWith('-') ? 1 : 0;
        for (int at = whole.Length - 3; at > first; at -= 3) grouped.Insert(at, ',');
        return string.Create(CultureInfo.InvariantCulture, $"{grouped}{(point < 0 ? "" : text[point..])}");
    }
}
