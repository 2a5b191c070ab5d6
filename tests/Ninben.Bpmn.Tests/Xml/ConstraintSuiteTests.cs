using Ninben.Feel;

namespace Ninben.Bpmn.Tests.Xml;

/// <summary>The static rules against models by others: 163 that must be refused, and valid ones that no rule may refuse.</summary>
public class ConstraintSuiteTests
{
    // A ratchet: it only goes up.
    private const int RefusedByARule = 162;

    // Rules with a clause, and the reader's answer to a file without a process.
    private static readonly HashSet<string> Reasons = [.. ModelRules.All.Where(rule => rule.Clause is not null).Select(rule => rule.Code), "no-process"];

    [Fact]
    public void Models_that_break_the_standard_are_refused_for_a_reason_of_the_standard()
    {
        var files = Models("conformance/betsy/bpmn_constraints");

        var refused = 0;
        foreach (var file in files)
        {
            var errors = Errors(file);
            // Neither what cannot be executed yet nor what this program wants of a task is a reason: only what the standard says.
            var reasons = errors.Select(error => error.Code).Where(Reasons.Contains).Distinct().ToList();
            if (reasons.Count > 0) refused++;
            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(file)}: {(reasons.Count == 0 ? "-" : string.Join(" ", reasons))}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} of {files.Count}");
        Assert.True(refused >= RefusedByARule, $"{refused} of {files.Count}");
    }

    [Theory]
    [InlineData("betsy/activities")]
    [InlineData("betsy/basics")]
    [InlineData("betsy/cfpatterns")]
    [InlineData("betsy/events")]
    [InlineData("betsy/gateways")]
    [InlineData("miwg")]
    public void Valid_models_break_no_rule(string folder)
    {
        var broken = Models($"conformance/{folder}").SelectMany(Broken).ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static IEnumerable<Diagnostic> Broken(string file)
    {
        var found = BpmnReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Diagnostics;
        // A process that is drawn only may leave the time of a timer open; the reader, which takes it as executable, does not.
        var isDrawing = found.Any(diagnostic => diagnostic.Code == "not-executable");
        return found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && Reasons.Contains(diagnostic.Code)
            && !(isDrawing && diagnostic.Code == "timer-without-time"));
    }

    private static List<Diagnostic> Errors(string file) =>
        [.. BpmnReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)];

    private static List<string> Models(string folder)
    {
        var found = SharedMaterial.Find(folder);
        if (found is null) Assert.Skip("No shared conformance material beside the repository.");
        List<string> files = [.. Directory.GetFiles(found, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        return files;
    }
}
