using System.CommandLine;
using System.Globalization;
using Ninben.Dev.Commands.Conformance.Betsy;

namespace Ninben.Dev.Commands.Conformance;

/// <summary><c>conformance betsy DIR</c>: a folder of the BPMN execution suite, with its <c>cases.json</c>.</summary>
internal static class BetsyCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "A folder with cases.json and a folder for each group." };
        var command = new Command("betsy", "Runs the traces of the suite and reads the models that must be refused: per group, differences, counts.")
        {
            folder,
        };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        if (!File.Exists(Path.Combine(folder.FullName, "cases.json")))
        {
            Console.Error.WriteLine($"There is no cases.json in {folder.FullName}.");
            return 2;
        }

        List<BetsyOutcome> traces = [.. BetsyRunner.RunTraces(folder.FullName)];
        List<BetsyOutcome> refusals = [.. BetsyRunner.RunRefusals(folder.FullName)];
        foreach (var group in traces.GroupBy(outcome => outcome.Group))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(outcome => outcome.Passed),5} of {group.Count(),5}  {group.Key}"));
        foreach (var outcome in traces.Concat(refusals).Where(outcome => !outcome.Passed)) Console.WriteLine($"  {outcome.Name}: {outcome.Message}");
        Console.WriteLine($"models refused as they must be: {refusals.Count(outcome => outcome.Passed)} of {refusals.Count}");
        var passed = traces.Count(outcome => outcome.Passed);
        Console.WriteLine($"{passed} passed, {traces.Count - passed} failed");
        return 0;
    }
}
