using System.Text.Json;
using Ninben.Dev.Commands.Conformance.Dmn;

namespace Ninben.Dmn.Tests.Conformance;

/// <summary>Runs the part of the DMN TCK that lies beside the repository; the number of passed cases may only grow.</summary>
public sealed class TckTests(ITestOutputHelper output)
{
    private static readonly Lazy<List<TckOutcome>?> Outcomes = new(() => TckSuite.Find(Repository.Root) is string suite ? [.. TckRunner.RunAll(suite)] : null);

    [Fact]
    public void Passes_at_least_as_many_cases_as_the_ratchet_says()
    {
        List<TckOutcome> outcomes = Run();

        foreach (TckOutcome failed in outcomes.Where(outcome => !outcome.Passed)) output.WriteLine($"{failed.Case.Folder} {failed.Case.Id} {failed.Message}");
        using JsonDocument ratchet = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "conformance", "dmn-tck", "ratchet.json")));
        int passed = outcomes.Count(outcome => outcome.Passed);
        int values = outcomes.Count(outcome => outcome.Passed && outcome.Case.WantsValue);
        Assert.True(passed >= ratchet.RootElement.GetProperty("passed").GetInt32(), $"{passed} of {outcomes.Count} cases pass; the ratchet wants more.");
        Assert.True(values >= ratchet.RootElement.GetProperty("passedNonNull").GetInt32(), $"{values} cases with a value pass; the ratchet wants more.");
    }

    [Fact]
    public void The_published_results_are_those_of_this_run()
    {
        IReadOnlyList<string> stale = TckReport.Stale(Run(), Path.Combine(Repository.Root, "docs", "conformance"));

        Assert.True(stale.Count == 0,
            $"Out of date in docs/conformance: {string.Join(", ", stale)}. Run ./dev conformance dmn-tck --publish and look at the difference.");
    }

    [Fact]
    public void A_case_that_no_longer_passes_makes_the_published_results_stale()
    {
        string folder = Directory.CreateTempSubdirectory("ninben-tck-").FullName;
        TckCase test = new("compliance-level-2/0001-one", "0001-one-test-01", "001", "decision", null, Feel.FeelContext.Empty,
            [new TckResult("d", Feel.FeelValue.From(1), false)]);
        TckReport.Publish([new TckOutcome(test, true, "", false)], folder, new DateOnly(2026, 1, 2));

        IReadOnlyList<string> same = TckReport.Stale([new TckOutcome(test, true, "", false)], folder);
        IReadOnlyList<string> worse = TckReport.Publish([new TckOutcome(test, false, "expected 1, \"found\" 2", false)], folder, new DateOnly(2026, 3, 4));

        Assert.Empty(same);
        Assert.Equal([TckReport.CsvName, TckReport.PageName], worse);
        Assert.Equal("\"compliance-level-2/0001-one\",\"0001-one-test-01\",\"001\",\"ERROR\",\"expected 1, \"\"found\"\" 2\"\n",
            File.ReadAllText(Path.Combine(folder, TckReport.CsvName)));
        Assert.Contains("last.update=2026-03-04", File.ReadAllText(Path.Combine(folder, TckReport.PropertiesName)), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static List<TckOutcome> Run()
    {
        if (Outcomes.Value is not List<TckOutcome> outcomes)
        {
            Assert.Skip(TckSuite.IsMissing);
            return [];
        }

        return outcomes;
    }
}
