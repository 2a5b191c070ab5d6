using Ninben.Feel.Evaluation;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>The part of a text from a position (1 is the first, -1 the last) and of a length.</summary>
internal static class Substring
{
    public static Builtin Definition { get; } = Builtin.Of("substring", "The part of a text from a position (1 is the first, -1 the last) and of a length.",
        "string: string, start position: number, length?: number -> string",
        static (run, a) => Cut(run, a[0].AsString(), a[1].AsNumber(), a[2]));

    private static FeelValue Cut(Run run, string text, decimal start, FeelValue length)
    {
        bool plain = !CodePoints.HasPairs(text);
        int[] points = plain ? [] : CodePoints.Of(text);
        int count = plain ? text.Length : points.Length;
        if (start == 0 || start != decimal.Truncate(start) || Math.Abs(start) > count) return run.Fail("feel-index",
            "The start position is outside of the text.");
        int from = start > 0 ? (int)start - 1 : count + (int)start;
        decimal wanted = length.IsNull ? count : decimal.Truncate(length.AsNumber());
        if (wanted < 1) return run.Fail("feel-index", "The length is at least 1.");
        int taken = (int)Math.Min(wanted, count - from);
        return FeelValue.From(plain ? text.Substring(from, taken) : CodePoints.Text(points.AsSpan(from, taken)));
    }
}
