using System.Text;

namespace Ninben.Bpmn.Tests;

/// <summary>The tables of elements and events in docs/bpmn.md are made from the catalogues; every line has a sample in docs/elements.</summary>
public sealed class ReferencePageTests
{
    private const string First = "## Elements\n";
    private const string Next = "## Extensions\n";

    // Markers of activities that are no elements of their own.
    private static readonly (string Name, string Note)[] s_markers =
    [
        ("multi-instance", "an activity for each item of a list or a number of times, at once or one by one; ends early when its completion condition holds"),
        ("standard loop", "an activity again as long as its condition holds, asked before or after each round"),
        ("event sub-process", "a part that begins when its start event happens, while its scope runs; ends everything else in it, or runs beside it"),
    ];

    [Fact]
    public void The_tables_in_the_documents_are_the_catalogues()
    {
        var file = Path.Combine(SharedMaterial.Root, "docs", "bpmn.md");
        var text = File.ReadAllText(file);
        var written = text[..(text.IndexOf(First, StringComparison.Ordinal) + First.Length)] + Tables() + text[text.IndexOf(Next, StringComparison.Ordinal)..];

        // NINBEN_WRITE_DOCS=1 brings the document up to date instead.
        if (Environment.GetEnvironmentVariable("NINBEN_WRITE_DOCS") == "1") File.WriteAllText(file, written);
        else Assert.True(written == text, "docs/bpmn.md is not up to date: run this test with NINBEN_WRITE_DOCS=1.");
    }

    [Fact]
    public void Every_sample_is_of_a_line_of_the_tables()
    {
        var names = BpmnReference.Elements.Concat(BpmnReference.Events).Select(line => line.Name).Concat(s_markers.Select(marker => marker.Name));
        var samples = Directory.GetFiles(Path.Combine(SharedMaterial.Root, "docs", "elements"), "*.bpmn").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(names.Select(FileOf).Order(StringComparer.Ordinal), samples.Order(StringComparer.Ordinal));
    }

    private static string Tables()
    {
        var text = new StringBuilder("\nMade from the catalogues. The tests play each sample to its end with `./ninben run`, and with the answers beside it\n");
        text.Append("where there are any ([run.md](run.md)).\n\n| element | what it does | sample |\n|---|---|---|\n");
        foreach (var line in BpmnReference.Elements) text.Append($"| {line.Name} | {line.Note} | {Sample(line.Name)} |\n");
        foreach (var (name, note) in s_markers) text.Append($"| {name} | {note} | {Sample(name)} |\n");
        text.Append("\n\"Beside\" means: without interrupting.\n\n| event | what it does | where it may stand | sample |\n|---|---|---|---|\n");
        foreach (var line in BpmnReference.Events) text.Append($"| {line.Name} | {line.Note} | {string.Join(", ", line.Places)} | {Sample(line.Name)} |\n");
        return text.Append('\n').ToString();
    }

    private static string Sample(string name) => $"[{FileOf(name)}](elements/{FileOf(name)}.bpmn)";

    private static string FileOf(string name) => name.Replace(' ', '-');
}
