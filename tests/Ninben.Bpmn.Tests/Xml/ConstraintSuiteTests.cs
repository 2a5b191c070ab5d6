using Ninben.Feel;

namespace Ninben.Bpmn.Tests.Xml;

/// <summary>The static rules against models by others: 163 that must be refused, and valid ones that no rule may refuse.</summary>
public class ConstraintSuiteTests
{
    // A ratchet: it only goes up.
    private const int RefusedByARule = 150;

    private static readonly HashSet<string> Rules = [.. ModelRules.All.Where(rule => rule.Severity == DiagnosticSeverity.Error).Select(rule => rule.Code)];

    [Fact]
    public void Models_that_break_the_standard_are_refused_for_a_reason_of_the_standard()
    {
        var files = Models("conformance/betsy/bpmn_constraints");

        var refused = 0;
        foreach (var file in files)
        {
            var errors = Errors(file);
            // That something cannot be executed yet is no reason: the model must be refused on the day it can be.
            var reasons = errors.Select(error => error.Code).Where(code => code != "unsupported-element").Distinct().ToList();
            if (reasons.Count > 0) refused++;
            TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(file)}: {(reasons.Count == 0 ? "-" : string.Join(" ", reasons))}");
            Assert.NotEmpty(errors);
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
        foreach (var file in Models($"conformance/{folder}"))
            Assert.Empty(Errors(file).Where(error => Rules.Contains(error.Code)).Select(error => $"{Path.GetFileName(file)} {error}"));
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
