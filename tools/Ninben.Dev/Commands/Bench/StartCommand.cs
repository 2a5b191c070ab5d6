using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench start</c>: from starting the built program until it says that it listens; median of five, each with a new data folder.</summary>
internal static class StartCommand
{
    private const int Runs = 5;

    public static Command Create()
    {
        var program = new Option<string>("--program")
        {
            Description = "The built program; what ./ninben builds when absent.",
            DefaultValueFactory = _ => Path.Combine(".build", "ninben", "ninben"),
        };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var command = new Command("start", "Measures the time from start to listening of the built program.") { program, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(program)!);
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync($"There is no program at {path}; run ./ninben --version once, which builds it.");
                return 1;
            }

            var times = new List<double>();
            for (var i = 0; i < Runs; i++) times.Add(await Once(path, cancellationToken));
            times.Sort();
            var median = Percentile.Of(times, 0.5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"start to listening, median of {Runs}  {median,8:0} ms ({times[0]:0} to {times[^1]:0})"));
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double> { ["startMs"] = Math.Round(median, 1) }));
            return 0;
        });
        return command;
    }

    private static async Task<double> Once(string program, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("ninben-bench-").FullName;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["serve", "--data", data, "--urls", "http://127.0.0.1:0"]) start.ArgumentList.Add(argument);
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
                if (line.StartsWith("Ninben listens", StringComparison.Ordinal)) return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            throw new InvalidOperationException("The program ended without listening.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(data, recursive: true);
        }
    }
}
