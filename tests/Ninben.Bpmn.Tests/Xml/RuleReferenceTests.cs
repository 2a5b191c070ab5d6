using System.Text;
using Ninben.Feel;

namespace Ninben.Bpmn.Tests.Xml;

/// <summary>The list of rules in docs/bpmn-checks.md is made from the catalogue.</summary>
public class RuleReferenceTests
{
    private const string Heading = "## Rules\n";

    [Fact]
    public void The_list_of_rules_in_the_documents_is_the_catalogue()
    {
        var file = Path.Combine(SharedMaterial.Root, "docs", "bpmn-checks.md");
        var text = File.ReadAllText(file);
        var written = text[..(text.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)] + Reference();

        // NINBEN_WRITE_DOCS=1 brings the document up to date instead.
        if (Environment.GetEnvironmentVariable("NINBEN_WRITE_DOCS") == "1") File.WriteAllText(file, written);
        else Assert.True(written == text, "docs/bpmn-checks.md is not up to date: run this test with NINBEN_WRITE_DOCS=1.");
    }

    private static string Reference()
    {
        var text = new StringBuilder("\nMade from the catalogue; for every rule the tests hold a model that breaks it and one that keeps it.\n\n");
        text.Append("| code | severity | what must hold | what to do | clause |\n|---|---|---|---|---|\n");
        foreach (var rule in ModelRules.All)
            text.Append("| `").Append(rule.Code).Append("` | ").Append(rule.Severity == DiagnosticSeverity.Error ? "error" : "warning").Append(" | ")
                .Append(Cell(rule.Summary)).Append(" | ").Append(Cell(rule.Hint)).Append(" | ").Append(rule.Clause ?? "Ninben").Append(" |\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
