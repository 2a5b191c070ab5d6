using System.Globalization;
using System.Security;
using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

/// <summary>A large table is looked up, a small one is read rule by rule; both must give the same.</summary>
public sealed class TableIndexTests
{
    private static readonly string[] Texts = ["\"a\"", "\"b\"", "\"c\"", "\"d\""];

    [Fact]
    public void A_large_table_matches_the_same_rules_as_its_rules_one_by_one()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Random random = new(seed);
            string[][] rules = [.. Enumerable.Range(0, random.Next(32, 200)).Select(_ => Rule(random))];
            DecisionDefinition large = Table(rules);
            DecisionDefinition[] single = [.. rules.Select(rule => Table([rule]))];

            for (int i = 0; i < 25; i++)
            {
                FeelContext inputs = FeelContext.Empty.With("n", Number(random)).With("t", Text(random)).With("o", Number(random));

                int[] found = [.. large.Evaluate(inputs).Matched.Select(match => match.Number)];

                int[] expected = [.. Enumerable.Range(1, rules.Length).Where(rule => single[rule - 1].Evaluate(inputs).Matched.Length > 0)];
                Assert.True(expected.SequenceEqual(found),
                    $"seed {seed}: {inputs}: expected {string.Join(' ', expected)}, found {string.Join(' ', found)}");
            }
        }
    }

    [Fact]
    public void An_input_of_another_kind_is_noted_also_by_a_large_table()
    {
        DecisionDefinition table = Table([.. Enumerable.Range(0, 40).Select(i => (string[])[$"< {i}", "-", "-"])]);

        DecisionResult result = table.Evaluate(FeelContext.Empty.With("n", FeelValue.From("x")).With("t", default).With("o", default));

        Assert.Contains(result.Notes, note => note.Code == "feel-incomparable");
    }

    private static string[] Rule(Random random) => [NumberTest(random), TextTest(random), random.Next(3) == 0 ? "? > n + 1" : NumberTest(random)];

    private static string NumberTest(Random random)
    {
        int low = random.Next(0, 20);
        int high = low + random.Next(0, 10);
        return random.Next(10) switch
        {
            0 => "-",
            1 => $"< {low}",
            2 => $">= {low}",
            3 => $"[{low}..{high}]",
            4 => $"({low}..{high})",
            5 => $"{low}, {high}",
            6 => $"not({low}, > {high})",
            7 => $"[{low}..{high}), {high + 3}",
            8 => string.Create(CultureInfo.InvariantCulture, $"{low}.5"),
            _ => $"= {low}",
        };
    }

    private static string TextTest(Random random) => random.Next(4) switch
    {
        0 => "-",
        1 => Texts[random.Next(4)],
        2 => $"{Texts[random.Next(4)]}, {Texts[random.Next(4)]}",
        _ => $"not({Texts[random.Next(4)]})",
    };

    private static FeelValue Number(Random random) => random.Next(12) switch
    {
        0 => FeelValue.Null,
        1 => FeelValue.From("x"),
        2 => FeelValue.From(random.Next(0, 40) / 2m),
        _ => FeelValue.From(random.Next(-2, 32)),
    };

    private static FeelValue Text(Random random) => random.Next(8) == 0 ? FeelValue.Null : FeelValue.From(((char)('a' + random.Next(5))).ToString());

    private static DecisionDefinition Table(string[][] rules)
    {
        StringBuilder xml = new();
        foreach (string name in (ReadOnlySpan<string>)["n", "t", "o"]) xml.Append(CultureInfo.InvariantCulture, $"<inputData id=\"{name}\" name=\"{name}\"/>");
        xml.Append("<decision id=\"d\" name=\"D\">");
        foreach (string name in (ReadOnlySpan<string>)["n", "t", "o"]) xml.Append(CultureInfo.InvariantCulture,
            $"<informationRequirement><requiredInput href=\"#{name}\"/></informationRequirement>");
        xml.Append("<decisionTable hitPolicy=\"COLLECT\">");
        foreach (string name in (ReadOnlySpan<string>)["n", "t", "o"]) xml.Append(CultureInfo.InvariantCulture,
            $"<input><inputExpression><text>{name}</text></inputExpression></input>");
        xml.Append("<output/>");
        foreach (string[] rule in rules)
        {
            xml.Append("<rule>");
            foreach (string cell in rule) xml.Append(CultureInfo.InvariantCulture, $"<inputEntry><text>{SecurityElement.Escape(cell)}</text></inputEntry>");
            xml.Append("<outputEntry><text>1</text></outputEntry></rule>");
        }

        return Models.Read(xml.Append("</decisionTable></decision>").ToString()).Model!.Decisions[0];
    }
}
