using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>Finds columns in which some cells count in fractions and others in percent, as 0.8 and 80.</summary>
internal static class UnitCheck
{
    private static readonly string[] Fractions = ["confidence", "probability", "share", "ratio", "fraction"];

    /// <summary>The rule (from 0) whose cell seems to be in another unit than the column, and that number; null when there is none.</summary>
    public static (int Rule, FeelValue Number)? Find(DecisionTable table, int column)
    {
        List<(int Rule, FeelValue Number)> numbers = [];
        for (int rule = 0; rule < table.Rules.Count; rule++)
        {
            if (table.Rules[rule].Tests[column]?.Program.Test is ConstantTest test) numbers.AddRange(NumbersOf(test).Select(number => (rule, number)));
        }

        List<(int Rule, FeelValue Number)> percents = [.. numbers.Where(found => IsBetween(found.Number, 1, 100))];
        bool named = Fractions.Any(word => table.View.Inputs[column].Label.Contains(word, StringComparison.OrdinalIgnoreCase)
            || table.View.Inputs[column].Expression.Contains(word, StringComparison.OrdinalIgnoreCase));
        bool fractions = named || numbers.Exists(found => IsBetween(found.Number, 0, 1) && FeelNumber.Compare(found.Number, FeelValue.From(1)) < 0);
        // A column whose numbers go beyond a hundred is about something else.
        bool beyond = numbers.Exists(found => FeelNumber.Compare(found.Number, FeelValue.From(100)) > 0);
        if (percents.Count == 0 || !fractions || beyond) return null;
        // Where fractions are the rule, the percent are the mistake; a name alone decides as well.
        return named || percents.Count * 2 <= numbers.Count ? percents[0] : null;
    }

    private static bool IsBetween(FeelValue number, int above, int to) =>
        FeelNumber.Compare(number, FeelValue.From(above)) > 0 && FeelNumber.Compare(number, FeelValue.From(to)) <= 0;

    private static IEnumerable<FeelValue> NumbersOf(ConstantTest test) => test switch
    {
        EqualTest equal => Numbers(equal.Constant),
        IntervalTest { Range: FeelRange range } => Numbers(range.Start, range.End),
        AnyTest any => any.Tests.SelectMany(NumbersOf),
        _ => [],
    };

    private static IEnumerable<FeelValue> Numbers(params FeelValue[] values) => values.Where(value => value.IsNumber);
}
