using System.Diagnostics;
using System.Globalization;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Reference;

/// <summary>
/// Random models on random paths. NINBEN_SEEDS sets how many models, NINBEN_SEED the first, NINBEN_PATHS how many paths of each,
/// NINBEN_SECONDS the longest time for each test.
/// </summary>
public class RandomExecutionTests(ITestOutputHelper output)
{
    private const int MostFaults = 20;

    private static readonly int Paths = Setting("NINBEN_PATHS", 4);

    /// <summary>The engine and the reference interpreter agree after every step, and every path reaches its end.</summary>
    [Fact]
    public void The_engine_agrees_with_the_reference_at_every_step() => Run(150, Checking.Light);

    /// <summary>
    /// After every command: the stored facts give the same state, a restart decides the same command with the same facts, and a crash between any two
    /// facts changes nothing.
    /// </summary>
    [Fact]
    public void A_replay_a_restart_and_a_crash_between_any_two_facts_change_nothing() => Run(20, Checking.Full);

    private void Run(int models, Checking checking)
    {
        var (first, count) = (Setting("NINBEN_SEED", 1), Setting("NINBEN_SEEDS", models));
        var most = TimeSpan.FromSeconds(Setting("NINBEN_SECONDS", 3_600));
        var began = Stopwatch.GetTimestamp();
        var (played, paths, steps, elements) = (0, 0, 0L, 0L);
        var endings = new int[Enum.GetValues<PathEnding>().Length];
        var faults = new List<Fault>();
        for (var seed = first; seed < first + count && Stopwatch.GetElapsedTime(began) < most && faults.Count < MostFaults; seed++, played++)
        {
            if (Play(seed, checking, faults) is not { } ends) continue;
            foreach (var end in ends)
            {
                (paths, steps, elements) = (paths + 1, steps + end.Steps, elements + end.Completed);
                endings[(int)end.Ending]++;
            }
        }

        output.WriteLine($"{played:N0} models from seed {first}, {paths:N0} paths, {steps:N0} steps, {elements:N0} completed elements, "
            + $"{string.Join(", ", Enum.GetValues<PathEnding>().Select(ending => $"{endings[(int)ending]:N0} {ending}"))}, "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
        // The smallest model says most.
        if (faults.MinBy(fault => fault.Xml.Length) is { } fault)
            Assert.Fail($"NINBEN_SEED={fault.Seed} NINBEN_SEEDS=1 (of {string.Join(' ', faults.Select(other => other.Seed))}): "
                + $"{fault.Message}\n{fault.Xml}");
        Assert.True(paths == played * Paths && elements > paths);
    }

    private static List<PathEnd>? Play(int seed, Checking checking, List<Fault> faults)
    {
        var model = Generator.Next(new Random(seed));
        var xml = ModelWriter.Write(model);
        try
        {
            var models = new ScriptedModels().Deploy(xml);
            return [.. Enumerable.Range(0, Paths).Select(path => Duel.Play(model, models, new Random(unchecked((seed * 100) + path)), checking))];
        }
        catch (ScenarioException exception)
        {
            faults.Add(new Fault(seed, exception.Message, xml));
            return null;
        }
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    private sealed record Fault(int Seed, string Message, string Xml);
}
