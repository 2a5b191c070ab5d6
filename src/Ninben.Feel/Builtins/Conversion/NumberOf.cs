using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>Reads a number, with optional grouping and decimal separators.</summary>
internal static class NumberOf
{
    public static Builtin Definition { get; } = Builtin.Of("number", "Reads a number, with optional grouping and decimal separators.",
        "from: string -> number",
        static (run, a) => Parse(run, a[0].AsString()))
        .Or("from: number -> number", static (_, a) => a[0])
        .Or("from: string, grouping separator: any, decimal separator?: any -> number", static (run, a) => Separated(run, a[0].AsString(), a[1], a[2]));

    private static FeelValue Parse(Run run, string text) =>
        FeelNumber.Parse(text) is { IsNumber: true } number ? number : run.Fail("feel-number", "The text is not a number.");

    private static FeelValue Separated(Run run, string text, FeelValue grouping, FeelValue point)
    {
        string group = grouping.Kind == FeelKind.String ? grouping.AsString() : "";
        string dot = point.Kind == FeelKind.String ? point.AsString() : ".";
        bool known = (grouping.IsNull || group is " " or "," or ".") && (point.IsNull || (point.Kind == FeelKind.String && dot is "." or ","));
        if (!known || group == dot) return run.Fail("feel-arguments", "Separators are a blank, a comma or a point, and differ.");
        if (group.Length > 0) text = text.Replace(group, "", StringComparison.Ordinal);
        if (dot == "," && text.Contains('.', StringComparison.Ordinal)) return run.Fail("feel-number", "The text is not a number.");
        return Parse(run, text.Replace(dot, ".", StringComparison.Ordinal));
    }
}
