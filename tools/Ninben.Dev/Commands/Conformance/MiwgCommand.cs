using System.CommandLine;
using System.Globalization;
using Ninben.Dev.Commands.Conformance.Miwg;

namespace Ninben.Dev.Commands.Conformance;

/// <summary><c>conformance miwg DIR</c>: every model below a folder is read and written again.</summary>
internal static class MiwgCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "A folder with .bpmn files." };
        var command = new Command("miwg", "Reads and writes every model, and says what was lost, what it holds, and whether it can be executed.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            Console.Error.WriteLine($"There is no folder {folder.FullName}.");
            return 2;
        }

        List<MiwgOutcome> outcomes = [.. MiwgRunner.RunAll(folder.FullName)];
        foreach (var outcome in outcomes)
        {
            var result = outcome.Passed ? "read, nothing lost" : outcome.IsRead ? "read, with losses" : "not read";
            Console.WriteLine($"{outcome.File}: {result}; {outcome.Understood}");
            Console.WriteLine($"    {outcome.Execution}");
            foreach (var loss in outcome.Losses) Console.WriteLine($"    lost: {loss}");
        }

        var passed = outcomes.Count(outcome => outcome.Passed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {outcomes.Count - passed} failed"));
        return passed == outcomes.Count ? 0 : 1;
    }
}
