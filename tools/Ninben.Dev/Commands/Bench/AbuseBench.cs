using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ninben.Dev.Commands.Bench.Abuse;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench abuse</c>: how long hostile input keeps the machine busy until a limit ends it, and how much memory it takes by then.</summary>
internal static class AbuseBench
{
    private const int Rounds = 5;
    private const double MostMilliseconds = 100;
    private const double MostMegabytes = 50;

    private sealed record Timed(AbuseCase Case, double First, double Typical, double Worst, double Megabytes, bool IsRight)
    {
        // What is read besides the input itself; evaluation has budgets of its own.
        public bool IsLarge => Case.Attack.EndsWith("XML", StringComparison.Ordinal) && Megabytes > MostMegabytes;
    }

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var only = new Option<string?>("--only") { Description = "Only the attacks whose kind or input contains that." };
        const string about = "Measures hostile expressions, models and JSON: processor time until a limit ends each, at most 100 ms, "
            + "and memory taken by reading XML, at most 50 MB.";
        var command = new Command("abuse", about) { json, only };
        command.SetAction(parsed => Run(parsed.GetValue(only) ?? "", parsed.GetValue(json) ? Printing.WithJson : Printing.Table));
        return command;
    }

    private static int Run(string only, Printing printing)
    {
        List<Timed> all = [];
        foreach (var attack in FeelAttacks.All.Concat(DmnAttacks.All).Concat(BpmnAttacks.All).Concat(JsonAttacks.All)
            .Where(attack => attack.Attack.Contains(only, StringComparison.Ordinal) || attack.Name.Contains(only, StringComparison.Ordinal)))
        {
            all.Add(Measure(attack));
            Print(all[^1]);
        }

        var worst = all.MaxBy(timed => timed.Worst)!;
        var late = all.Count(timed => timed.Worst > MostMilliseconds);
        var wrong = all.Count(timed => !timed.IsRight);
        var large = all.Count(timed => timed.IsLarge);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all.Count} attacks, {late} over {MostMilliseconds} ms, {large} over {MostMegabytes} MB, {wrong} not ended as expected; ")
            + string.Create(CultureInfo.InvariantCulture, $"longest {worst.Worst:N1} ms: ")
            + Short(worst.Case.Name));
        if (printing == Printing.WithJson) Console.WriteLine(JsonSerializer.Serialize(new
        {
            attacks = all.Count,
            late,
            large,
            wrong,
            longestMs = Math.Round(worst.Worst, 1),
            longest = worst.Case.Name,
        }));
        return late + large + wrong == 0 ? 0 : 1;
    }

    /// <summary>The first run, which compiles what it needs, by itself; then some more, of which the longest counts.</summary>
    private static Timed Measure(AbuseCase attack)
    {
        var (ended, first) = Once(attack);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        attack.Run();
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6;
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++) times[i] = Once(attack).Milliseconds;
        Array.Sort(times);
        return new Timed(attack, first, times[Rounds / 2], times[^1], megabytes, attack.Expected.Split(" or ").Contains(ended));
    }

    // By processor time, which other programs on the machine hardly change; what the collector and the compiler do meanwhile counts.
    private static (string Ended, double Milliseconds) Once(AbuseCase attack)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var ended = attack.Run();
        process.Refresh();
        return (ended, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static void Print(Timed timed) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{timed.First,8:N1} first{timed.Typical,8:N1} typical{timed.Worst,8:N1} worst ms{timed.Megabytes,8:N1} MB  "
        + $"{(timed.Worst > MostMilliseconds ? "LATE " : "")}"
        + $"{(timed.IsLarge ? "LARGE " : "")}"
        + $"{(timed.IsRight ? "" : $"expected {timed.Case.Expected}, found {timed.Case.Run()} ")}{timed.Case.Attack}: {Short(timed.Case.Name)}"));

    private static string Short(string text) => text.Length <= 70 ? text : text[..67] + "...";

    private enum Printing
    {
        Table,
        WithJson,
    }
}
