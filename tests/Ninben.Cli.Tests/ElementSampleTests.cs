namespace Ninben.Cli.Tests;

/// <summary>Every sample of docs/bpmn.md is played by the program itself.</summary>
public sealed class ElementSampleTests
{
    private static readonly string s_folder = Path.Combine(Repository(), "docs", "elements");

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(s_folder, "*.bpmn").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_sample_runs_to_its_end(string name)
    {
        var answers = Path.Combine(s_folder, name + ".json");
        string[] script = File.Exists(answers) ? ["--script", answers] : [];

        var outcome = await NinbenProgram.Run(["run", Path.Combine(s_folder, name + ".bpmn"), .. script]);

        Assert.True(outcome.Code == 0, outcome.Output + outcome.Errors);
        Assert.Matches("^The case is (completed|terminated)", outcome.LastLine);
    }

    private static string Repository()
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Ninben.slnx"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("The repository root (Ninben.slnx) is not above the test binaries.");
    }
}
