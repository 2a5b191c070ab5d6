using System.Globalization;
using System.Text;
using Ninben.Dmn;

namespace Ninben.Dev.Commands.Conformance.Dmn;

/// <summary>A run of the suite as the files that are published of it, in the suite's own forms and as a page for people.</summary>
internal static class TckReport
{
    public const string CsvName = "dmn-tck.csv";
    public const string PropertiesName = "tck_results.properties";
    public const string PageName = "dmn-tck.md";

    private const string UpdatedKey = "last.update=";

    /// <summary>The text of each published file.</summary>
    /// <param name="updated">The day on which the results last changed.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<TckOutcome> outcomes, DateOnly updated) => new Dictionary<string, string>
    {
        [CsvName] = Csv(outcomes),
        [PropertiesName] = Properties(updated),
        [PageName] = Page(outcomes),
    };

    /// <summary>The names of the published files in a folder that do not fit a run; the day of the last change is not compared.</summary>
    public static IReadOnlyList<string> Stale(IReadOnlyList<TckOutcome> outcomes, string folder) => [.. Of(outcomes, UpdatedIn(folder) ?? default)
        .Where(file => !IsThere(Path.Combine(folder, file.Key), file.Value)).Select(file => file.Key)];

    private static bool IsThere(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;

    /// <summary>Brings the published files up to date; the day changes only when something else does.</summary>
    public static IReadOnlyList<string> Publish(IReadOnlyList<TckOutcome> outcomes, string folder, DateOnly today)
    {
        IReadOnlyList<string> stale = Stale(outcomes, folder);
        if (stale.Count == 0) return [];
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in Of(outcomes, today)) File.WriteAllText(Path.Combine(folder, name), text);
        return stale;
    }

    /// <summary>The suite's five columns: folder, test file, case, outcome, remark.</summary>
    public static string Csv(IReadOnlyList<TckOutcome> outcomes) => string.Concat(outcomes.Select(outcome => string.Join(',',
        ((string[])[outcome.Case.Folder, outcome.Case.File, outcome.Case.Id, outcome.Passed ? "SUCCESS" : "ERROR", outcome.Message]).Select(Quoted)) + "\n"));

    private static string Properties(DateOnly updated) => string.Create(CultureInfo.InvariantCulture, $"""
        vendor.name=The Ninben authors
        product.name=Ninben.Dmn
        product.version={typeof(DmnModel).Assembly.GetName().Version?.ToString(3)}
        product.comment=A library for .NET, Apache-2.0
        instructions.url=dmn-tck.md
        {UpdatedKey}{updated:yyyy-MM-dd}

        """);

    private static string Page(IReadOnlyList<TckOutcome> outcomes)
    {
        StringBuilder page = new();
        page.Append("# DMN Technology Compatibility Kit\n\n")
            .Append("`./dev conformance dmn-tck --publish` writes this page, the suite's own five-column [dmn-tck.csv](dmn-tck.csv) and\n")
            .Append("[tck_results.properties](tck_results.properties) from a run over the suite; a test says when they are\n")
            .Append("out of date. Cases that want null are passed by an engine that always answers null, so those that want a value are\n")
            .Append("counted by themselves.\n\n")
            .Append("| folder | passed | of | passed with a value | of |\n|---|---|---|---|---|\n");
        foreach (IGrouping<string, TckOutcome> folder in outcomes.GroupBy(outcome => outcome.Case.Folder)) Row(page, folder.Key, [.. folder]);
        Row(page, "**all**", [.. outcomes]);
        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, List<TckOutcome> outcomes)
    {
        List<TckOutcome> values = outcomes.FindAll(outcome => outcome.Case.WantsValue);
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {outcomes.Count(outcome => outcome.Passed)} | {outcomes.Count} | ")
            .Append(CultureInfo.InvariantCulture, $"{values.Count(outcome => outcome.Passed)} | {values.Count} |\n");
    }

    private static DateOnly? UpdatedIn(string folder)
    {
        string file = Path.Combine(folder, PropertiesName);
        string? line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(UpdatedKey, StringComparison.Ordinal)) : null;
        return DateOnly.TryParse(line?[UpdatedKey.Length..], CultureInfo.InvariantCulture, out DateOnly day) ? day : null;
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ')}\"";
}
