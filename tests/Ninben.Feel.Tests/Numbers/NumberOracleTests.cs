using System.Diagnostics;
using Ninben.Feel.Values;

namespace Ninben.Feel.Tests.Numbers;

/// <summary>FEEL's numbers against another implementation of decimal128: Python's decimal with 34 digits.</summary>
public sealed class NumberOracleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Random_arithmetic_has_the_digits_of_the_oracle()
    {
        // given
        int first = FuzzBudget.FirstSeed;
        int count = FuzzBudget.Seeds(2_000);
        output.WriteLine($"seeds {first} to {first + count - 1}");
        RandomArithmetic[] expressions = [.. Enumerable.Range(first, count).Select(RandomArithmetic.Of)];

        // when
        string[] wanted = await Oracle(expressions);

        // then
        Assert.Equal(count, wanted.Length);
        List<string> differences = [];
        for (int i = 0; i < count; i++)
        {
            FeelValue expected = wanted[i] == "null" ? FeelValue.Null : FeelNumber.Parse(wanted[i]);
            FeelValue found = FeelExpression.Compile(expressions[i].Feel, FeelScope.Of()).Expression!.EvaluateValue(FeelContext.Empty);
            if (!found.Equals(expected)) differences.Add($"seed {first + i}: {expressions[i].Feel}: expected {wanted[i]}, found {found}");
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n{string.Join('\n', differences.Take(20))}");
    }

    private static async Task<string[]> Oracle(RandomArithmetic[] expressions)
    {
        using Process python = new()
        {
            StartInfo = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Numbers", "oracle.py")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        try
        {
            python.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3, the oracle for numbers, is not installed.");
        }

        Task<string> answers = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (RandomArithmetic expression in expressions) await python.StandardInput.WriteLineAsync(expression.Postfix);
        python.StandardInput.Close();
        string[] lines = (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        return lines;
    }
}
