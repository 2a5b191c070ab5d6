using System.Text;

namespace Ninben.Feel.Tests;

/// <summary>The list of functions in docs/feel.md is made from the catalogue; each has an example from the case files, which is executed there.</summary>
public sealed class FunctionReferenceTests
{
    private const string Heading = "## Functions\n";

    [Fact]
    public void The_list_of_functions_in_the_documents_is_the_catalogue()
    {
        string file = Path.Combine(RepositoryRoot(), "docs", "feel.md");
        string text = File.ReadAllText(file);
        string written = text[..(text.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)] + Reference();

        // NINBEN_WRITE_DOCS=1 brings the document up to date instead.
        if (Environment.GetEnvironmentVariable("NINBEN_WRITE_DOCS") == "1") File.WriteAllText(file, written);
        else Assert.True(written == text, "docs/feel.md is not up to date: run this test with NINBEN_WRITE_DOCS=1.");
    }

    private static string Reference()
    {
        IEnumerable<string> files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.feel").Order(StringComparer.Ordinal);
        string[] cases = [.. files.SelectMany(File.ReadLines).Where(line => line.Contains(" => ", StringComparison.Ordinal))];
        StringBuilder text = new("\nMade from the catalogue; every example is executed by the tests. A parameter with a question mark is optional, ");
        text.Append("`...` takes any number of values.\n\n");
        text.Append("| function | what it answers | example |\n|---|---|---|\n");
        foreach (FeelFunctionSignature function in FeelFunctions.All)
        {
            string? example = Array.Find(cases, line => line.StartsWith(function.Name + "(", StringComparison.Ordinal));
            Assert.True(example is not null, $"No case file has an example that begins with {function.Name}(.");
            int arrow = example.LastIndexOf(" => ", StringComparison.Ordinal);
            string forms = string.Join("<br>", function.Forms.Select(form => Code($"{function.Name}({form})")));
            text.Append("| ").Append(forms).Append(" | ").Append(function.Summary).Append(" | ").Append(Code(example[..arrow])).Append(" is ")
                .Append(Code(example[(arrow + 4)..])).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string RepositoryRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Ninben.slnx"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("The repository root (Ninben.slnx) is not above the test binaries.");
    }
}
