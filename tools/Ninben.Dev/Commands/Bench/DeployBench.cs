using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Ninben.Dev.Commands.Bench.Feel;
using Ninben.Dmn;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench deploy</c>: how long reading and analysing large generated decision tables takes, as a deployment does it.</summary>
internal static class DeployBench
{
    private const int Repeats = 3;

    private static readonly string[] Columns = ["a", "b", "c", "d"];

    private sealed record Shape(string Name, string Policy, Func<int, Random, string[]> Rule);

    // What makes an analysis slow differs: many stretches, many overlaps, or many ways to leave a gap.
    private static readonly Shape[] Shapes =
    [
        new("grid", "UNIQUE", (i, _) => [Band(i % 10), Band(i / 10 % 10), Text(i / 100 % 10), Text(i / 1000 % 10)]),
        new("bands", "UNIQUE", (i, _) => [Band(i), "-", "-", "-"]),
        new("random", "UNIQUE", (_, random) => [Range(random), Range(random), Text(random.Next(20)), Text(random.Next(20))]),
        new("wide", "UNIQUE", (_, random) => [Range(random), Range(random), Range(random), Range(random)]),
        new("deep", "FIRST", (_, random) => [Range(random), Range(random), Range(random), Range(random)]),
        new("first", "FIRST", (_, random) => [Range(random), Range(random), Maybe(random), Maybe(random)]),
        new("texts", "FIRST", (_, random) => [Text(random.Next(200)), Text(random.Next(200)), Text(random.Next(20)), Maybe(random)]),
        new("points", "FIRST", (_, random) => [Number(random.Next(5_000)), Number(random.Next(5_000)), Maybe(random), Maybe(random)]),
    ];

    public static Command Create()
    {
        var rules = new Option<int>("--rules") { Description = "Rules of each table.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("deploy", "Measures reading, compiling and analysing large tables of four inputs.") { rules };
        command.SetAction(parsed => Run(parsed.GetValue(rules)));
        return command;
    }

    private static int Run(int rules)
    {
        Console.WriteLine($"{rules} rules; milliseconds, the best of {Repeats} and the first");
        foreach (var shape in Shapes)
        {
            var random = new Random(1);
            var xml = TableModel.Xml(Columns, [.. Enumerable.Range(0, rules).Select(i => shape.Rule(i, random))], shape.Policy);
            (double Read, double Analyse)[] times = [.. Enumerable.Range(0, Repeats).Select(_ => Time(xml))];
            var best = times.MinBy(time => time.Read + time.Analyse);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{shape.Name,-8}{shape.Policy,-8}{best.Read,7:N0} read{best.Analyse,8:N0} analysed{best.Read + best.Analyse,8:N0} in all" +
                $"{times[0].Read + times[0].Analyse,8:N0} first"));
        }

        return 0;
    }

    private static (double Read, double Analyse) Time(byte[] xml)
    {
        var start = Stopwatch.GetTimestamp();
        var model = DmnReader.Read(xml).Model!;
        var read = Stopwatch.GetElapsedTime(start);
        ModelAnalysis.Of(model);
        return (read.TotalMilliseconds, (Stopwatch.GetElapsedTime(start) - read).TotalMilliseconds);
    }

    private static string Band(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number * 10}..{(number + 1) * 10})");

    private static string Text(int number) => $"\"text {number}\"";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Range(Random random)
    {
        var low = random.Next(100_000);
        return string.Create(CultureInfo.InvariantCulture, $"[{low}..{low + random.Next(20_000)})");
    }

    private static string Maybe(Random random) => random.Next(2) == 0 ? "-" : Text(random.Next(20));
}
