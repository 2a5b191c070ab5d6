using System.CommandLine;
using System.Globalization;
using Ninben.Dev.Commands.Conformance.Dmn;

namespace Ninben.Dev.Commands.Conformance;

/// <summary><c>conformance dmn-tck DIR</c>: any tree of folders of the DMN Technology Compatibility Kit.</summary>
internal static class DmnTckCommand
{
    private const int ShownDifferences = 20;
    private const string Published = "docs/conformance";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("dir")
        {
            Description = "A folder with TCK folders below it, such as TestCases, or one of them; else the suite beside the repository.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var to = new Option<FileInfo>("--out") { Description = "Writes the suite's own five-column CSV there." };
        var publish = new Option<bool>("--publish") { Description = $"Brings {Published} up to date; needs the whole suite." };
        var command = new Command("dmn-tck", "Runs the cases of the DMN TCK: per folder, the first differences, and the count.") { folder, to, publish };
        command.SetAction(parsed => Run(parsed.GetValue(folder)?.FullName, parsed.GetValue(to), parsed.GetValue(publish) ? Publishing.Asked : Publishing.No));
        return command;
    }

    private static int Run(string? given, FileInfo? to, Publishing publishing)
    {
        var folder = given ?? TckSuite.Find(Environment.CurrentDirectory);
        if (folder is null || !Directory.Exists(folder))
        {
            Console.Error.WriteLine(folder is null ? TckSuite.IsMissing : $"There is no folder {folder}.");
            return 2;
        }

        List<TckOutcome> outcomes = [.. TckRunner.RunAll(folder)];
        if (outcomes.Count == 0)
        {
            Console.Error.WriteLine($"There is no test file (*-test-*.xml) below {folder}.");
            return 2;
        }

        Print(outcomes);
        if (to is not null) File.WriteAllText(to.FullName, TckReport.Csv(outcomes));
        if (publishing == Publishing.Asked) Publish(outcomes);
        var passed = outcomes.Count(outcome => outcome.Passed);
        var values = outcomes.Where(outcome => outcome.Case.WantsValue).ToList();
        Console.WriteLine($"cases that want a value: {values.Count(outcome => outcome.Passed)} of {values.Count}");
        Console.WriteLine($"{passed} passed, {outcomes.Count - passed} failed");
        return 0;
    }

    private static void Publish(List<TckOutcome> outcomes)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var written = TckReport.Publish(outcomes, Path.Combine(Environment.CurrentDirectory, Published), today);
        Console.WriteLine(written.Count == 0 ? $"{Published} is up to date." : $"Wrote {Published}/: {string.Join(", ", written)} had changed.");
    }

    private static void Print(List<TckOutcome> outcomes)
    {
        foreach (var group in outcomes.GroupBy(outcome => outcome.Case.Folder))
        {
            var good = group.Count(outcome => outcome.Passed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{good,5} of {group.Count(),5}  {group.Key}"));
        }

        List("differences", outcomes.Where(outcome => !outcome.Passed));
        List("compared with a rounded number", outcomes.Where(outcome => outcome.IsRounded));
        var silent = outcomes.Count(outcome => outcome is { Passed: true, IsRounded: false, Message.Length: > 0 });
        if (silent > 0) Console.WriteLine($"null as wanted, but without a note that says why: {silent} (see --out)");
    }

    private static void List(string heading, IEnumerable<TckOutcome> outcomes)
    {
        var all = outcomes.ToList();
        if (all.Count == 0) return;
        Console.WriteLine($"{heading} ({all.Count}):");
        foreach (var outcome in all.Take(ShownDifferences)) Console.WriteLine($"  {outcome.Case.Folder} {outcome.Case.Id} {outcome.Message}");
        if (all.Count > ShownDifferences) Console.WriteLine($"  and {all.Count - ShownDifferences} more");
    }

    private enum Publishing
    {
        No,
        Asked,
    }
}
