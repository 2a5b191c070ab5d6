namespace Ninben.Feel.Tests;

/// <summary>Every line "expression => value" of the case files is one test.</summary>
public sealed class CaseFileTests
{
    public static TheoryData<string, string, string> Cases()
    {
        TheoryData<string, string, string> cases = [];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.feel").Order(StringComparer.Ordinal))
        {
            string heading = "";
            foreach (string line in File.ReadLines(file))
            {
                if (line.StartsWith('#')) heading = line[1..].Trim();
                int arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
                if (line.StartsWith('#') || arrow < 0) continue;
                cases.Add($"{Path.GetFileNameWithoutExtension(file)}, {heading}", line[..arrow], line[(arrow + 4)..]);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answers_what_the_case_file_says(string heading, string expression, string expected)
    {
        FeelCompilation compilation = FeelExpression.Compile(expression, FeelScope.Of());
        FeelCompilation wanted = FeelExpression.Compile(expected, FeelScope.Of());

        Assert.True(compilation.Expression is not null, $"{heading}: {string.Join("; ", compilation.Diagnostics)}");
        FeelResult result = compilation.Expression.Evaluate(FeelContext.Empty);

        Assert.Equal(wanted.Expression!.EvaluateValue(FeelContext.Empty).ToString(), result.Value.ToString());
        Assert.Equal(result.Value, compilation.Expression.EvaluateValue(FeelContext.Empty));
    }
}
