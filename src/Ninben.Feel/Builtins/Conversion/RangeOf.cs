using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>Reads a range from text such as [1..10).</summary>
internal static class RangeOf
{
    public static Builtin Definition { get; } = Builtin.Of("range", "Reads a range from text such as [1..10).",
        "from: string",
        static (run, a) => Parse(run, a[0].AsString().Trim()));

    private static FeelValue Parse(Run run, string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (text.Length < 4 || dots < 0 || text[0] is not ('[' or '(' or ']') || text[^1] is not (']' or ')' or '[')) return run.Fail("feel-range",
            "The text is not a range.");
        if (!TryEndpoint(text[1..dots].Trim(), out FeelValue start)
            || !TryEndpoint(text[(dots + 2)..^1].Trim(), out FeelValue end)) return run.Fail("feel-range", "The ends of a range are literals.");
        bool startIncluded = text[0] == '[';
        bool endIncluded = text[^1] == ']';
        bool invalid = (start.IsNull && (end.IsNull || startIncluded)) || (end.IsNull && endIncluded)
            || (!start.IsNull && !end.IsNull && FeelComparison.Order(start, end) is not <= 0);
        return invalid ? run.Fail("feel-range", "A range needs two comparable ends in order.")
            : FeelValue.FromRange(new FeelRange(start, end, startIncluded, endIncluded));
    }

    private static bool TryEndpoint(string text, out FeelValue value)
    {
        value = default;
        if (text.Length == 0 || text == "null") return true;
        FeelCompilation compilation = FeelExpression.Compile(text, FeelScope.Of());
        if (compilation.Expression is null || text.AsSpan().Count('(') > 1 || text.Contains('+', StringComparison.Ordinal)) return false;
        value = compilation.Expression.EvaluateValue(FeelContext.Empty);
        return value.Kind is FeelKind.Number or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysAndTimeDuration
            or FeelKind.YearsAndMonthsDuration;
    }
}
