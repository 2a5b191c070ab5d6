using System.Text.Json;
using Ninben.Dev.Commands.Conformance.Dmn;

namespace Ninben.Dmn.Tests.Conformance;

/// <summary>Runs the part of the DMN TCK that lies beside the repository; the number of passed cases may only grow.</summary>
public sealed class TckTests(ITestOutputHelper output)
{
    [Fact]
    public void Passes_at_least_as_many_cases_as_the_ratchet_says()
    {
        string root = Repository.Root;
        string suite = Repository.Tck();

        List<TckOutcome> outcomes = [.. TckRunner.RunAll(suite)];

        foreach (TckOutcome failed in outcomes.Where(outcome => !outcome.Passed)) output.WriteLine($"{failed.Case.Folder} {failed.Case.Id} {failed.Message}");
        using JsonDocument ratchet = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "conformance", "dmn-tck", "ratchet.json")));
        int passed = outcomes.Count(outcome => outcome.Passed);
        int values = outcomes.Count(outcome => outcome.Passed && outcome.Case.WantsValue);
        Assert.True(passed >= ratchet.RootElement.GetProperty("passed").GetInt32(), $"{passed} of {outcomes.Count} cases pass; the ratchet wants more.");
        Assert.True(values >= ratchet.RootElement.GetProperty("passedNonNull").GetInt32(), $"{values} cases with a value pass; the ratchet wants more.");
    }
}
