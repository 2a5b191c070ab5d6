using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Ninben.Feel;
using Ninben.Testing;
using Ninben.Testing.Runs;

namespace Ninben.Cli.Commands.Run;

/// <summary><c>ninben run FILE</c>: one case in memory on a virtual clock. docs/run.md describes it.</summary>
internal static class RunCommand
{
    private const int Closed = 0;
    private const int Faulty = 1;
    private const int Unusable = 2;
    private const int Waits = 3;

    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "A BPMN model." };
        var variables = new Option<string>("--variables") { Description = "Variables of the case as a JSON object.", DefaultValueFactory = _ => "{}" };
        var script = new Option<FileInfo?>("--script") { Description = "A JSON file with answers: docs/run.md." };
        var decisions = new Option<FileInfo[]>("--decisions") { Description = "DMN files (default: all in the model's folder)." };
        var process = new Option<string?>("--process") { Description = "Id of the process to run (default: the first)." };
        var wait = new Option<bool>("--wait") { Description = "Stop when nothing in the answers fits, instead of going on with defaults." };
        var json = SharedOptions.Json();
        var command = new Command("run", "Runs a process in memory; exit code 3 when it does not come to its end.")
        {
            file, variables, script, decisions, process, wait, json,
        };
        command.SetAction(parsed => Run(new RunRequest(parsed.GetValue(file)!, parsed.GetValue(process), parsed.GetValue(variables)!, parsed.GetValue(script),
            parsed.GetValue(decisions) ?? [], parsed.GetValue(wait) ? RunRest.Stops : RunRest.GoesOn), parsed.GetValue(json)));
        return command;
    }

    private static int Run(RunRequest request, bool json)
    {
        foreach (var file in (FileInfo?[])[request.File, request.Script, .. request.Decisions])
            if (file is { Exists: false }) return Refuse($"There is no file {file.FullName}.");
        if (Variables(request.Variables) is not { } variables)
            return Refuse($"--variables must be a JSON object such as {{\"total\": 12}}, found {request.Variables}");
        if (!TryScript(request.Script, out var script)) return Unusable;

        var found = RunModels.Read(request.File, request.Decisions);
        if (found.Processes.Count == 0) return Faulty;
        var process = request.Process is null ? found.Processes[0] : found.Processes.FirstOrDefault(one => one.Id == request.Process);
        if (process is null)
            return Refuse($"{request.File.Name} has no process '{request.Process}'. It has: {string.Join(", ", found.Processes.Select(one => one.Id))}.");

        var world = new World(found.Models);
        var state = world.Open(process.Id, variables);
        var outcome = new CasePlayer(world, script, request.Rest).Play(state);
        Print(world);
        var code = Tell(outcome, request);
        if (json) Answer.Print(Row(world, outcome));
        return code;
    }

    private static void Print(World world)
    {
        var numbers = world.Cases.Select((state, index) => (state, index)).ToDictionary(pair => pair.state, pair => pair.index + 1);
        var width = Math.Min(30, world.Facts.Max(entry => FactText.Element(entry.Case, entry.Fact).Length));
        foreach (var (state, fact, at) in world.Facts.Select(entry => (entry.Case, entry.Fact, entry.At)))
        {
            var number = numbers.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{numbers[state],2}  ") : "";
            var element = FactText.Element(state, fact).PadRight(width);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {number}{FactText.Name(fact),-22} {element}  {FactText.What(fact)}").TrimEnd());
        }
    }

    private static int Tell(RunOutcome outcome, RunRequest request)
    {
        if (outcome.Problem is { Line: > 0 } problem)
            Finding.Print(request.Script!, new Diagnostic("step-does-not-fit", DiagnosticSeverity.Error, problem.Message,
                new SourceLocation(request.Script!.Name, problem.Line, 1, 0, 0)));
        else if (outcome.Problem is { } refused) Console.Out.WriteLine($"refused: {refused.Message}");
        foreach (var wait in outcome.Waits)
        {
            Console.Out.WriteLine($"'{wait.Element}' waits for {wait.What}");
            Console.Out.WriteLine("    " + wait.Answer);
        }

        Console.Out.WriteLine(outcome.Case.Ending is { } ending ? $"The case is {ending.ToString().ToLowerInvariant()}."
            : "The case is not closed. The lines above say what it waits for and the step that would answer it.");
        return outcome.Problem is not null ? Faulty : outcome.Case.IsClosed ? Closed : Waits;
    }

    private static JsonObject Row(World world, RunOutcome outcome) => new()
    {
        ["ending"] = outcome.Case.Ending?.ToString().ToLowerInvariant(),
        ["facts"] = world.Facts.Count,
        ["variables"] = JsonNode.Parse(FeelJson.ToJson(FeelValue.From(outcome.Case.Variables))),
        ["waits"] = new JsonArray([.. outcome.Waits.Select(wait => (JsonNode)new JsonObject
        {
            ["element"] = wait.Element, ["for"] = wait.What, ["answer"] = wait.Answer,
        })]),
        ["problem"] = outcome.Problem?.Message,
    };

    private static FeelContext? Variables(string json)
    {
        try
        {
            var value = FeelJson.Parse(json);
            return value.Kind == FeelKind.Context ? value.AsContext() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool TryScript(FileInfo? file, out RunScript script)
    {
        script = RunScript.Empty;
        if (file is null) return true;
        var reading = RunScriptReader.Read(File.ReadAllBytes(file.FullName), file.Name);
        foreach (var diagnostic in reading.Diagnostics) Finding.Print(file, diagnostic);
        if (reading.Script is not { } found) return false;
        script = found;
        return true;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Unusable;
    }
}
