using Ninben.Bpmn;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Testing;

namespace Ninben.Dev.Commands.Conformance.Betsy;

/// <summary>What became of a case.</summary>
internal sealed record BetsyOutcome(string Group, string Name, bool Passed, string Message);

/// <summary>Runs the traces of the suite in memory on a virtual clock, and reads the models that must be refused.</summary>
internal static class BetsyRunner
{
    private const string Marker = "MARKER_exists";
    private const string Constraints = "bpmn_constraints";

    // Longer than every timer of the suite that may fire after the case's own delay would end.
    private static readonly TimeSpan Scripts = TimeSpan.FromSeconds(10);

    /// <summary>The outcomes of all traces below a folder.</summary>
    public static IEnumerable<BetsyOutcome> RunTraces(string folder)
    {
        foreach (var one in BetsyCase.ReadAll(folder))
        {
            var expected = string.Join(' ', one.Trace);
            var found = Run(one, Path.Combine(folder, one.Group, one.Name + ".bpmn"));
            yield return new BetsyOutcome(one.Group, one.ToString(), Same(one.Trace, found), $"expected [{expected}], found [{string.Join(' ', found)}]");
        }
    }

    /// <summary>The outcomes of all models that must be refused.</summary>
    public static IEnumerable<BetsyOutcome> RunRefusals(string folder)
    {
        var constraints = Path.Combine(folder, Constraints);
        if (!Directory.Exists(constraints)) yield break;
        foreach (var file in Directory.GetFiles(constraints, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var reading = BpmnReader.Read(BetsyModel.Read(File.ReadAllBytes(file)).Xml, Path.GetFileName(file));
            var why = reading.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Code).Distinct();
            yield return new BetsyOutcome(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file),
                reading.Process is null, reading.Process is null ? string.Join(' ', why) : "was accepted");
        }
    }

    // Paths that run side by side may be recorded in either order, so only which tokens appear, and how often, is compared.
    private static bool Same(IEnumerable<string> expected, IEnumerable<string> found) =>
        expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static List<string> Run(BetsyCase one, string file)
    {
        var model = BetsyModel.Read(File.ReadAllBytes(file));
        var reading = BpmnReader.Read(model.Xml, Path.GetFileName(file));
        if (reading.Process is null)
            return one.Trace is ["ERROR"] ? ["ERROR"] : [$"refused: {string.Join("; ", reading.Diagnostics.Select(diagnostic => diagnostic.ToString()))}"];
        var world = new World(new ScriptedModels().Deploy(System.Text.Encoding.UTF8.GetString(model.Xml)));
        var variables = FeelContext.Empty.With("test", FeelValue.From(one.Input)).With("integerVariable", FeelValue.From((decimal)one.Whole));
        if (one.IsParallel)
            foreach (var other in reading.Processes.Where(process => process.Id != one.Name && process.EventStarts.IsEmpty)) world.Open(other.Id, variables);
        world.Open(reading.Processes.Any(process => process.Id == one.Name) ? one.Name : reading.Process.Id, variables);
        Play(world, one.Delay, model.Error);
        var trace = Trace(world, model).ToList();
        // A model that is stopped by an incident before its first token runs into the suite's plain error.
        // A marker says that a second process ran; it is no part of the trace where none is asked for.
        if (!one.Trace.Contains(Marker)) trace.RemoveAll(token => token == Marker);
        return one.Trace is ["ERROR"] && trace is ["ERROR_runtime"] ? ["ERROR"] : trace;
    }

    private static void Play(World world, TimeSpan delay, string error)
    {
        var until = world.Now + delay;
        Fail(world, error);
        while (NextEnd(world) is var (state, job, at) && at <= until)
        {
            world.Pass(at - world.Now);
            if (state.Job(job.Number) is { State: WorkState.Waiting }) world.Give(state, new CompleteJob(job.Number, 1, default));
            Fail(world, error);
        }

        world.Pass(until - world.Now);
    }

    private static void Fail(World world, string error)
    {
        foreach (var state in world.Cases.ToArray())
            foreach (var job in state.Jobs.Where(job => job is { State: WorkState.Waiting, Connector: BetsyModel.Fail }).ToArray())
                world.Give(state, new ThrowJobError(job.Number, 1, error, "THROW_ERROR"));
    }

    private static (CaseState State, JobItem Job, DateTimeOffset End)? NextEnd(World world)
    {
        foreach (var state in world.Cases)
            foreach (var job in state.Jobs)
                if (job is { State: WorkState.Waiting, Connector: BetsyModel.Wait }) return (state, job, state.Instance(job.Instance)!.EnteredAt + Scripts);
        return null;
    }

    private static IEnumerable<string> Trace(World world, BetsyModel model)
    {
        var bodies = world.Facts.Where(entry => entry.Fact is LoopStarted).Select(entry => (entry.Case, ((LoopStarted)entry.Fact).Instance)).ToHashSet();
        foreach (var (state, fact) in world.Facts)
        {
            switch (fact)
            {
                case ElementLeft { Into: null } left when !bodies.Contains((state, left.Instance))
                    && model.Tokens.TryGetValue(state.Instance(left.Instance)!.Element, out var token) && token.Length > 0:
                    yield return token;
                    break;
                case IncidentRaised { Code: "error-uncaught" }:
                    yield return "ERROR_thrownErrorEvent";
                    break;
                case IncidentRaised { Code: not "join-stuck" }:
                    yield return "ERROR_runtime";
                    break;
            }
        }
    }
}
