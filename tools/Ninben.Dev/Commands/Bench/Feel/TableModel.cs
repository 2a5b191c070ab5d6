using System.Globalization;
using System.Security;
using System.Text;
using Ninben.Dmn;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Feel;

/// <summary>Decision tables as DMN models, for measuring the whole way of a decision.</summary>
internal static class TableModel
{
    /// <summary>The table of a workload; its answer is how many rules match.</summary>
    public static DecisionDefinition Of(WorkloadTable table) => Compile(table.Columns, table.Rules, "COLLECT\" aggregation=\"COUNT");

    /// <summary>A table of many rules, each for one country, tier and band of age and income; the first match is its number.</summary>
    public static DecisionDefinition Large(int rules) => Compile(["age", "income", "tier", "country"], [.. LargeRules(rules)], "FIRST");

    /// <summary>Inputs for the large table, always different ones.</summary>
    public static FeelContext LargeInput(int number) => FeelContext.Empty
        .With("age", FeelValue.From(18 + (number * 7 % 60)))
        .With("income", FeelValue.From(number * 13_007 % 200_000))
        .With("tier", FeelValue.From("tier " + (number % 10)))
        .With("country", FeelValue.From("country " + (number % 50)));

    private static IEnumerable<IReadOnlyList<string>> LargeRules(int rules)
    {
        for (var i = 0; i < rules; i++)
        {
            var age = 18 + (i / 500 * 15);
            var income = i % 4 * 50_000;
            yield return
            [
                string.Create(CultureInfo.InvariantCulture, $"[{age}..{age + 15})"),
                string.Create(CultureInfo.InvariantCulture, $"[{income}..{income + 50_000})"),
                $"\"tier {i / 4 % 10}\"",
                $"\"country {i / 10 % 50}\"",
            ];
        }
    }

    private static DecisionDefinition Compile(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rules, string policy) =>
        DmnReader.Read(Xml(columns, rules, policy)).Model!.Decisions[0];

    /// <summary>The model of one table, whose answer is the number of the rule.</summary>
    public static byte[] Xml(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rules, string policy)
    {
        var xml = new StringBuilder("""<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" """);
        xml.Append("namespace=\"https://ninben.dev/bench\">");
        foreach (var column in columns) xml.Append(CultureInfo.InvariantCulture, $"<inputData id=\"i_{column}\" name=\"{column}\"/>");
        xml.Append("<decision id=\"d\" name=\"d\">");
        foreach (var column in columns)
            xml.Append(CultureInfo.InvariantCulture, $"<informationRequirement><requiredInput href=\"#i_{column}\"/></informationRequirement>");
        xml.Append(CultureInfo.InvariantCulture, $"<decisionTable hitPolicy=\"{policy}\">");
        foreach (var column in columns) xml.Append(CultureInfo.InvariantCulture, $"<input><inputExpression><text>{column}</text></inputExpression></input>");
        xml.Append("<output/>");
        for (var i = 0; i < rules.Count; i++)
        {
            xml.Append("<rule>");
            foreach (var cell in rules[i]) xml.Append(CultureInfo.InvariantCulture, $"<inputEntry><text>{SecurityElement.Escape(cell)}</text></inputEntry>");
            xml.Append(CultureInfo.InvariantCulture, $"<outputEntry><text>{i + 1}</text></outputEntry></rule>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</decisionTable></decision></definitions>").ToString());
    }
}
