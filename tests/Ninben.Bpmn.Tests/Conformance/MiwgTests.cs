using Ninben.Dev.Commands.Conformance.Miwg;

namespace Ninben.Bpmn.Tests.Conformance;

/// <summary>Reads and writes the reference models of the interchange suite that lie beside the repository.</summary>
public sealed class MiwgTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_reference_model_is_read_and_written_again_without_loss()
    {
        var folder = SharedMaterial.Find("conformance/miwg");
        if (folder is null) Assert.Skip("The interchange suite is not at ../shared/conformance/miwg (or NINBEN_SHARED).");

        var outcomes = MiwgRunner.RunAll(folder).ToList();

        foreach (var outcome in outcomes) output.WriteLine($"{outcome.File}: {outcome.Execution}{string.Concat(outcome.Losses.Select(loss => "\n  " + loss))}");
        Assert.Empty(outcomes.Where(outcome => !outcome.Passed).Select(outcome => outcome.File));
        Assert.True(outcomes.Count >= Ratchet.Of("miwg", "passed"), $"{outcomes.Count} models; the ratchet wants more.");
    }
}
