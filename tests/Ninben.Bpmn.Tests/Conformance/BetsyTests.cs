using Ninben.Dev.Commands.Conformance.Betsy;

namespace Ninben.Bpmn.Tests.Conformance;

/// <summary>Runs the BPMN execution suite that lies beside the repository.</summary>
public sealed class BetsyTests(ITestOutputHelper output)
{
    [Fact]
    public void Plays_at_least_as_many_traces_as_the_ratchet_says()
    {
        var outcomes = BetsyRunner.RunTraces(Folder()).ToList();

        AtLeast(outcomes, "passed");
    }

    [Fact]
    public void Refuses_at_least_as_many_faulty_models_as_the_ratchet_says()
    {
        var outcomes = BetsyRunner.RunRefusals(Folder()).ToList();

        AtLeast(outcomes, "refused");
    }

    private void AtLeast(List<BetsyOutcome> outcomes, string count)
    {
        foreach (var outcome in outcomes.Where(outcome => !outcome.Passed)) output.WriteLine($"{outcome.Name}: {outcome.Message}");
        var passed = outcomes.Count(outcome => outcome.Passed);
        Assert.True(passed >= Ratchet.Of("betsy", count), $"{passed} of {outcomes.Count} pass; the ratchet wants more.");
    }

    private static string Folder()
    {
        var folder = SharedMaterial.Find("conformance/betsy");
        if (folder is null) Assert.Skip("The BPMN execution suite is not at ../shared/conformance/betsy (or NINBEN_SHARED).");
        return folder;
    }
}
