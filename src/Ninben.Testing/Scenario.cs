using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Testing;

/// <summary>
/// Plays one case over the pure decider with a manual clock. After every accepted command the case is rebuilt from its facts' JSON and from
/// a snapshot; if either differs from the live state, the scenario fails.
/// </summary>
public sealed class Scenario
{
    private readonly ScriptedModels _models;
    private readonly List<(string Type, byte[] Json, Stamp Stamp)> _stored = [];
    private readonly List<Fact> _facts = [];
    private int _commands;

    private Scenario(ScriptedModels models)
    {
        _models = models;
        State = CaseState.New(Id);
    }

    /// <summary>The case's id, the same in every scenario.</summary>
    public static CaseId Id { get; } = new("0198f3a0b1c27d4e8f00112233445566");

    /// <summary>The manual clock; starts at 2026-01-05T08:00:00Z.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The live state.</summary>
    public CaseState State { get; private set; }

    /// <summary>All facts so far.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Facts of the last command.</summary>
    public ImmutableArray<Fact> Last { get; private set; } = [];

    /// <summary>Refusal of the last command, or null.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The only open review.</summary>
    public ReviewItem Review => State.Reviews.Single(review => review.IsOpen);

    /// <summary>The only waiting job.</summary>
    public JobItem Job => State.Jobs.Single(job => job.State == WorkState.Waiting);

    /// <summary>The only action that is waiting or being sent.</summary>
    public ActionItem Action => State.Actions.Single(action => action.State is WorkState.Waiting or WorkState.Sending);

    /// <summary>The only waiting timer.</summary>
    public TimerItem Timer => State.Timers.Single(timer => timer.State == WorkState.Waiting);

    /// <summary>The only open incident.</summary>
    public IncidentItem Incident => State.Incidents.Single(incident => incident.IsOpen);

    /// <summary>A case before its first command.</summary>
    public static Scenario Given(ScriptedModels models) => new(models);

    /// <summary>Opens the case with variables in FEEL context notation, e.g. <c>{total: 12}</c>.</summary>
    public Scenario Open(string process, string variables = "{}", string? businessKey = null)
    {
        var context = FeelExpression.Compile(variables, FeelScope.Open).Expression?.EvaluateValue(FeelContext.Empty) ?? default;
        if (context.Kind != FeelKind.Context) throw new ScenarioException($"Expected a context, found {variables}.");
        return When(new OpenCase(Id, process, 1, businessKey, context.AsContext()));
    }

    /// <summary>Moves the clock.</summary>
    public Scenario Pass(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Gives a command that must be accepted.</summary>
    public Scenario When(CaseCommand command)
    {
        Try(command);
        return Refusal is null ? this : throw new ScenarioException($"{command.GetType().Name} was refused: {Refusal.Code}: {Refusal.Message}");
    }

    /// <summary>Gives a command that may be refused.</summary>
    public Scenario Try(CaseCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var stamp = new Stamp(Now, Actors.Of(command), string.Create(CultureInfo.InvariantCulture, $"command-{++_commands}"));
        var before = State.Version;
        var deciding = Decider.Decide(State, command, stamp, _models);
        (Last, Refusal) = (deciding.Facts, deciding.Refusal);
        if (Refusal is not null && State.Version != before) throw new ScenarioException("A refused command changed the state.");
        foreach (var fact in deciding.Facts)
        {
            _facts.Add(fact);
            _stored.Add((FactCatalogue.NameOf(fact), FactCatalogue.Write(fact), stamp));
        }

        CheckReplay();
        return this;
    }

    /// <summary>Continues on the state restored from a snapshot instead of the live one.</summary>
    public Scenario Restart()
    {
        State = CaseState.FromSnapshot(Id, State.ToSnapshot());
        return this;
    }

    /// <summary>The last command's facts must be exactly these, by wire name without version.</summary>
    public Scenario Then(params string[] facts)
    {
        var found = string.Join(' ', Last.Select(fact => FactCatalogue.NameOf(fact).Replace(".v1", "", StringComparison.Ordinal)));
        var expected = string.Join(' ', facts);
        return found == expected ? this : throw new ScenarioException($"Expected: {expected}\nFound:    {found}");
    }

    /// <summary>The last command must have been refused with this code.</summary>
    public Scenario ThenRefused(string code) =>
        Refusal?.Code == code ? this : throw new ScenarioException($"Expected a refusal {code}, found {Refusal?.Code ?? "none"}: {Refusal?.Message}");

    private void CheckReplay()
    {
        var live = State.ToSnapshot();
        var replayed = CaseState.New(Id);
        foreach (var (type, json, stamp) in _stored)
            replayed.Apply(FactCatalogue.Read(type, json) ?? throw new ScenarioException($"{type} has no line in the catalogue."), stamp);
        Compare("replay", live, replayed.ToSnapshot());
        Compare("snapshot", live, CaseState.FromSnapshot(Id, live).ToSnapshot());
    }

    private static void Compare(string what, byte[] live, byte[] other)
    {
        if (live.AsSpan().SequenceEqual(other)) return;
        throw new ScenarioException($"The {what} differs from the live state.\nLive: {Encoding.UTF8.GetString(live)}\nThen: {Encoding.UTF8.GetString(other)}");
    }
}
