using System.Globalization;
using System.Text;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Reference;

/// <summary>Plays a random path of a random model with the engine and with the reference interpreter, and compares them after every step.</summary>
internal sealed class Duel
{
    private const int Hasty = 60;
    private const int MostSteps = 250;
    private const int MostTokens = 80;
    private const int MostFacts = 10_000;

    private readonly RandomModel _model;
    private readonly Random _random;
    private readonly EngineCase _engine;
    private readonly Interpreter _reference;
    private readonly List<string> _steps = ["open"];

    private Duel(RandomModel model, ScriptedModels models, Random random, Checking checking)
    {
        (_model, _random) = (model, random);
        _reference = new Interpreter(model.Process, model.Variables);
        _engine = new EngineCase(models, checking);
    }

    /// <summary>Plays one path to its end.</summary>
    public static PathEnd Play(RandomModel model, ScriptedModels models, Random random, Checking checking)
    {
        Duel? duel = null;
        try
        {
            duel = new Duel(model, models, random, checking);
            return duel.Play();
        }
        catch (RunawayException)
        {
            return new PathEnd(PathEnding.RanAway, duel?._steps.Count ?? 0, 0);
        }
        catch (Exception exception)
        {
            throw new ScenarioException($"After {string.Join(", ", duel?._steps ?? [])}:\n{exception}");
        }
    }

    private PathEnd Play()
    {
        _engine.Open(_model);
        Compare();
        var ending = PathEnding.Reached;
        while (_reference.Ending is null)
        {
            if (_random.Next(6) == 0) _engine.Restart();
            var step = Next();
            if (step.Name == "cancel") ending = _steps.Count > MostSteps || _reference.Active.Count() > MostTokens ? PathEnding.GrewTooLong : PathEnding.Stuck;
            _steps.Add(step.Name);
            step.Reference();
            _engine.Give(step.Command, _reference.Now);
            // From here on the engine's own limits count, of which the reference knows nothing: calls open cases, then no element starts any more.
            if (_engine.State.Version > MostFacts) return new PathEnd(PathEnding.GrewTooLong, _steps.Count, _reference.Log.Count);
            Compare();
        }

        return new PathEnd(ending, _steps.Count, _reference.Log.Count);
    }

    private void Compare()
    {
        var (expected, found) = (Describe(), _engine.Describe());
        if (expected != found)
            throw new ScenarioException($"Reference:\n{expected}\nEngine:\n{found}\n"
                + $"Reference's log: {Tail(_reference.Log)}\nEngine's log:    {Tail(_engine.Log)}");
        if (!_reference.Log.SequenceEqual(_engine.Log))
            throw new ScenarioException($"Other order.\nReference: {string.Join(' ', _reference.Log)}\nEngine:    {string.Join(' ', _engine.Log)}");
    }

    private static string Tail(List<string> log) => string.Join(' ', log.Skip(log.Count - 30));

    private string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_reference.Ending ?? "active"} {Describe(_reference.Root.Variables)}");
        foreach (var run in _reference.Active)
            text.AppendLine(CultureInfo.InvariantCulture, $"{run.Path} {run.Via} {Describe(run.Variables)} {run.Trouble}");
        foreach (var watch in _reference.Waiting)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"? {watch.Holder.Path} {watch.Event.Id} {watch.Kind} {(watch.Kind == TriggerKind.Timer ? watch.Due : watch.Held ? "held" : "")}");
        return text.ToString();
    }

    private static string Describe(Dictionary<string, object?>? variables) => variables is null ? ""
        : string.Join(' ', variables.Where(pair => pair.Key != "decision").OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={Describe(pair.Value)}"));

    private static string Describe(object? value) => value switch
    {
        null => "null",
        List<object?> list => $"[{string.Join(", ", list.Select(Describe))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private Step Next()
    {
        var active = _reference.Active.ToArray();
        if (_steps.Count > MostSteps || active.Length > MostTokens) return Cancel();
        var (work, side) = (new List<Step>(), new List<Step>());
        for (var i = 0; i < active.Length; i++)
        {
            Answers(active[i], _engine.State.Active[i], work);
            if (active[i] is { Trouble: "no-flow" or "error-uncaught" } run && _steps.Count < Hasty && _random.Next(6) == 0)
                side.Add(new Step($"{run.Path} retried", () => _reference.Retry(run), new RetryIncident(_engine.State.Active[i].Incident)));
        }

        Waits(work, side);
        for (var i = 0; i < active.Length && _steps.Count < Hasty; i++)
            if (active[i] is { IsBody: false, Trouble: null, Node: { Kind: NodeKind.AdHoc } adHoc })
                side.Add(Pick(active[i], adHoc, _engine.State.Active[i].Number));
        if (work.Count + side.Count == 0) return Cancel();
        var choices = side.Count > 0 && (work.Count == 0 || (_steps.Count < Hasty && _random.Next(3) == 0)) ? side : work;
        return choices[_random.Next(choices.Count)];
    }

    private void Answers(Run run, ElementInstance instance, List<Step> work)
    {
        if (run.IsBody || run.Trouble is not null || (run.Node!.StartQuantity > 1 && run.Round == 0 && !run.IsGathered)) return;
        if (run.Node.Kind == NodeKind.Job)
        {
            long value = _random.Next(6);
            var code = RandomModel.Names[_random.Next(2)];
            var isFailing = _random.Next(3) == 0 && (_reference.IsCaught(run, code) || _random.Next(20) == 0);
            work.Add(isFailing
                ? new Step($"{run.Path} fails with {code}", () => _reference.Fail(run, code), new ThrowJobError(instance.Job, 1, code, null))
                : new Step($"{run.Path} = {value}", () => _reference.Complete(run, value), new CompleteJob(instance.Job, 1, EngineCase.Value(value))));
        }
        else if (run.Node.Kind == NodeKind.User)
        {
            var review = _engine.State.Review(instance.Review)!;
            work.Add(new Step($"{run.Path} approved", () => _reference.Complete(run, ModelWriter.UserAnswer),
                new GiveVerdict(review.Number, People.Admin, People.Say(VerdictKind.Approve, review.Shown))));
        }
    }

    private void Waits(List<Step> work, List<Step> side)
    {
        var (watches, items) = (_reference.Waiting.ToArray(), _engine.Waiting());
        for (var i = 0; i < watches.Length; i++)
        {
            var (watch, number) = (watches[i], items[i].Number);
            if (watch.Kind is not (TriggerKind.Message or TriggerKind.Signal)) continue;
            object? payload = _random.Next(3) == 0 ? (long)_random.Next(6) : null;
            (IsAside(watch) ? side : work).Add(new Step($"{watch.Kind} for {watch.Holder.Path}?{watch.Event.Id} = {payload}",
                () => _reference.Tell(watch, payload),
                watch.Kind == TriggerKind.Message
                    ? new ReceiveMessage(number, "m", EngineCase.Value(payload))
                    : new HearSignal(number, "s", EngineCase.Value(payload))));
        }

        var next = Enumerable.Range(0, watches.Length).Where(i => watches[i].Kind == TriggerKind.Timer).OrderBy(i => watches[i].Due).Take(1).ToArray();
        if (next is not [var at]) return;
        var timer = watches[at];
        (IsAside(timer) ? side : work).Add(new Step($"timer {timer.Holder.Path}?{timer.Event.Id}", () =>
        {
            _reference.Now = Math.Max(_reference.Now, timer.Due);
            _reference.Tell(timer, null);
        }, new FireTimer(items[at].Number)));
    }

    // What does not lead the case nearer to its end.
    private static bool IsAside(Watch watch) => watch.Event.Kind is NodeKind.Boundary or NodeKind.Start;

    private Step Pick(Run run, Node adHoc, int number)
    {
        var entries = adHoc.Inside!.Entries.ToArray();
        var picked = entries[_random.Next(entries.Length)];
        return new Step($"{run.Path} starts {picked.Id}", () => _reference.Choose(run, [picked]),
            new ChooseActivities(number, [new Ninben.Bpmn.Cases.Facts.AdHocChoice(picked.Id, null)]));
    }

    private Step Cancel() => new("cancel", _reference.Cancel, new CancelCase("nothing is left to do"));

    /// <summary>One thing that happens to both.</summary>
    private sealed record Step(string Name, Action Reference, CaseCommand Command);
}

/// <summary>How a path ended.</summary>
/// <param name="Ending">In which way.</param>
/// <param name="Steps">How many things happened.</param>
/// <param name="Completed">How many elements completed.</param>
internal sealed record PathEnd(PathEnding Ending, int Steps, int Completed);

/// <summary>Ways in which a path ends.</summary>
internal enum PathEnding
{
    /// <summary>The case ended by itself.</summary>
    Reached,

    /// <summary>Nothing could happen any more (a fault of the model, such as an error that nobody catches); a person cancelled the case.</summary>
    Stuck,

    /// <summary>It had many steps or tokens, and a person cancelled the case; or it came near to the limits of one case.</summary>
    GrewTooLong,

    /// <summary>The model goes on for ever without waiting.</summary>
    RanAway,
}
