using Ninben.Feel.Evaluation;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>The part of a text from a position (1 is the first, -1 the last) and of a length.</summary>
internal static class Substring
{
    public static Builtin Definition { get; } = Builtin.Of("substring", "The part of a text from a position (1 is the first, -1 the last) and of a length.",
        "string: string, start position: number, length?: number",
        static (run, a) => Cut(run, a[0].AsString(), a[1].AsNumber(), a[2]));

    private static FeelValue Cut(Run run, string text, decimal start, FeelValue length)
    {
        int[] points = CodePoints.Of(text);
        if (start == 0 || start != decimal.Truncate(start) || Math.Abs(start) > points.Length) return run.Fail("feel-index",
            "The start position is outside of the text.");
        int from = start > 0 ? (int)start - 1 : points.Length + (int)start;
        decimal wanted = length.IsNull ? points.Length : decimal.Truncate(length.AsNumber());
        if (wanted < 1) return run.Fail("feel-index", "The length is at least 1.");
        return FeelValue.From(CodePoints.Text(points.AsSpan(from, (int)Math.Min(wanted, points.Length - from))));
    }
}
