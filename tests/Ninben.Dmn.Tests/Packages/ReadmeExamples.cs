using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests.Packages;

/// <summary>The examples of the packages' pages. Each runs here, and the page must hold it just so.</summary>
public sealed class ReadmeExamples
{
    [Fact]
    public void An_expression_is_compiled_once_and_evaluated_often()
    {
        // begin Ninben.Feel
        FeelScope scope = FeelScope.Of("amount", "risk class");
        FeelExpression fee = FeelExpression.Compile("if risk class = \"high\" then amount * 0.02 else 0", scope).Expression!;

        FeelContext variables = FeelContext.Empty.With("amount", FeelValue.From(1_250)).With("risk class", FeelValue.From("high"));
        FeelResult result = fee.Evaluate(variables);

        Console.WriteLine(result.Value); // 25
        // end
        Assert.Equal("25", result.Value.ToString());
    }

    [Fact]
    public void A_decision_table_is_read_evaluated_explained_and_analysed()
    {
        // begin Ninben.Dmn
        const string xml = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="limits" name="Limits" namespace="https://example.org/limits">
              <inputData id="in" name="amount"/>
              <decision id="route" name="Route">
                <informationRequirement><requiredInput href="#in"/></informationRequirement>
                <decisionTable hitPolicy="UNIQUE">
                  <input label="amount"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
                  <output/>
                  <rule><inputEntry><text>&lt; 10000</text></inputEntry><outputEntry><text>"pass"</text></outputEntry></rule>
                  <rule><inputEntry><text>&gt; 10000</text></inputEntry><outputEntry><text>"hold"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
        DmnModel model = DmnReader.Read(Encoding.UTF8.GetBytes(xml)).Model!;
        DecisionExplanation explanation = model.Find("Route")!.Explain(FeelContext.Empty.With("amount", FeelValue.From(12_400)));

        Console.WriteLine(explanation.Result.Output); // "hold"
        Console.WriteLine(explanation.Tables[0].Matched[0].Clauses[0].Words); // amount 12,400 is over 10,000
        Console.WriteLine(ModelAnalysis.Of(model)[0].Message); // No rule matches amount = 10000, so the decision is null there.
        // end
        Assert.Equal("\"hold\"", explanation.Result.Output.ToString());
        Assert.Equal("amount 12,400 is over 10,000", explanation.Tables[0].Matched[0].Clauses[0].Words);
        Assert.StartsWith("No rule matches amount = 10000", ModelAnalysis.Of(model)[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ninben.Feel")]
    [InlineData("Ninben.Dmn")]
    public void The_page_of_a_package_holds_the_example_that_runs_here(string package)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "src", package, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains(Example(package), page, StringComparison.Ordinal);
    }

    private static string Example(string package)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Ninben.Dmn.Tests", "Packages", "ReadmeExamples.cs"));
        int begin = Array.FindIndex(lines, line => line.Trim() == "// begin " + package);
        int end = Array.FindIndex(lines, begin, line => line.Trim() == "// end");
        return string.Join('\n', lines[(begin + 1)..end].Select(line => line.Length >= 8 ? line[8..] : line));
    }
}
