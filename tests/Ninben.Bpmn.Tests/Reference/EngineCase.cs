using System.Globalization;
using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Reference;

/// <summary>How much is checked after every command besides agreement.</summary>
internal enum Checking
{
    /// <summary>Nothing.</summary>
    Light,

    /// <summary>Replay from the stored facts, restart from a snapshot, and a crash between any two facts.</summary>
    Full,
}

/// <summary>One case as the engine runs it.</summary>
internal sealed class EngineCase(ScriptedModels models, Checking checking)
{
    private static readonly CaseId Id = new("0198f3a0b1c27d4e8f00112233445566");
    private static readonly DateTimeOffset Began = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Someone = new(ActorKind.System, "test", "Test");

    private readonly CaseState _replayed = CaseState.New(Id);
    private int _commands;

    public CaseState State { get; private set; } = CaseState.New(Id);

    /// <summary>What completed and what was sent, in order.</summary>
    public List<string> Log { get; } = [];

    public static FeelValue Value(object? value) => value is long number ? FeelValue.From((decimal)number) : default;

    public void Open(RandomModel model)
    {
        var variables = FeelContext.Empty;
        foreach (var (name, value) in model.Variables) variables = variables.With(name, Value(value));
        Give(new OpenCase(Id, model.Process.Id, 1, null, variables), 0);
    }

    /// <summary>Gives a command that must be accepted.</summary>
    public void Give(CaseCommand command, long minutes)
    {
        var stamp = new Stamp(Began.AddMinutes(minutes), Someone, string.Create(CultureInfo.InvariantCulture, $"command-{++_commands}"));
        var before = checking == Checking.Full ? State.ToSnapshot() : [];
        var deciding = Decider.Decide(State, command, stamp, models);
        if (deciding.Refusal is { } refusal) throw new ScenarioException($"{command.GetType().Name} was refused: {refusal.Code}: {refusal.Message}");
        foreach (var fact in deciding.Facts)
        {
            if (fact is ElementLeft { Into: null } left) Log.Add(State.Instance(left.Instance)!.Element);
            if (fact is MessageThrown message) Log.Add("!" + message.Name);
        }

        if (checking == Checking.Full) Check(command, stamp, before, [.. deciding.Facts]);
    }

    /// <summary>The program ends and begins again: only what a snapshot holds is left.</summary>
    public void Restart() => State = CaseState.FromSnapshot(Id, State.ToSnapshot());

    /// <summary>Everything that is waited for, oldest first.</summary>
    public List<(int Number, SubscriptionItem? Subscription, TimerItem? Timer)> Waiting() =>
    [
        .. State.Subscriptions.Where(item => item.State == WorkState.Waiting).Select(item => (item.Number, (SubscriptionItem?)item, (TimerItem?)null))
            .Concat(State.Timers.Where(item => item.State == WorkState.Waiting).Select(item => (item.Number, (SubscriptionItem?)null, (TimerItem?)item)))
            .OrderBy(item => item.Number),
    ];

    /// <summary>The state in the words that are compared.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{State.Ending?.ToString() ?? "active"} {Describe(State.Variables)}");
        foreach (var run in State.Active)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{Path(run)} {run.Flow} {Describe(run.Variables)} {(run.Incident == 0 ? "" : State.Incident(run.Incident)!.Code)}");
        foreach (var (_, subscription, timer) in Waiting())
        {
            if (timer is not null) text.AppendLine(CultureInfo.InvariantCulture,
                $"? {Path(State.Instance(timer.Instance))} {timer.Element} Timer {(timer.DueAt - Began).TotalMinutes}");
            else text.AppendLine(CultureInfo.InvariantCulture,
                $"? {Path(State.Instance(subscription!.Instance))} {subscription.Element} {subscription.Kind} {(subscription.Holds ? "held" : "")}");
        }

        return text.ToString();
    }

    private string Path(ElementInstance? run)
    {
        if (run is null) return "";
        var scope = run.Scope == 0 ? null : State.Instance(run.Scope);
        return $"{Path(scope)}/{run.Element}{(scope is { Called: null } && scope.Element == run.Element ? $"#{run.Variables!["loopCounter"]}" : "")}";
    }

    private static string Describe(FeelContext? variables) => variables is null ? ""
        : string.Join(' ', variables.Keys.Where(name => name != "decision").Order(StringComparer.Ordinal).Select(name => $"{name}={variables[name]}"));

    private void Check(CaseCommand command, Stamp stamp, byte[] before, Fact[] facts)
    {
        var now = State.ToSnapshot();
        foreach (var fact in facts) _replayed.Apply(Stored(fact), stamp);
        Compare("replay of all facts", now, _replayed.ToSnapshot());

        // A crash before the commit: nothing of the command is left, and it is given again.
        var again = CaseState.FromSnapshot(Id, before);
        if (before.Length > 0 && State.Version > facts.Length)
        {
            var repeated = Decider.Decide(again, command, stamp, models).Facts;
            if (!facts.Select(Text).SequenceEqual(repeated.Select(Text))) throw new ScenarioException("After a restart the same command gave other facts.");
            Compare("state after a restart", now, again.ToSnapshot());
        }

        // A crash between any two rows: what was folded so far is kept as a snapshot, dropped, read again, and goes on as if nothing had been.
        var torn = before.Length > 0 && State.Version > facts.Length ? CaseState.FromSnapshot(Id, before) : CaseState.New(Id);
        foreach (var fact in facts)
        {
            torn.Apply(fact, stamp);
            torn = CaseState.FromSnapshot(Id, torn.ToSnapshot());
        }

        Compare("state after a crash behind every fact", now, torn.ToSnapshot());
    }

    private static Fact Stored(Fact fact) => FactCatalogue.Read(FactCatalogue.NameOf(fact), FactCatalogue.Write(fact))!;

    private static string Text(Fact fact) => FactCatalogue.NameOf(fact) + Encoding.UTF8.GetString(FactCatalogue.Write(fact));

    private static void Compare(string what, byte[] live, byte[] other)
    {
        if (live.AsSpan().SequenceEqual(other)) return;
        throw new ScenarioException($"The {what} differs.\nLive: {Encoding.UTF8.GetString(live)}\nThen: {Encoding.UTF8.GetString(other)}");
    }
}
