using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Cases.Migrations;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.EventGateways;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Compensations;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// Compares where a case stands with another version of its process. Every active step needs an element of the same kind at the same place; events that
/// wait are kept where they still exist, closed where they do not, and new ones begin to wait. Called processes keep the versions that they pinned.
/// </summary>
internal sealed class MigrationPlanner
{
    private readonly Scribe _scribe;
    private readonly int _version;
    private readonly Dictionary<string, string> _mapping = new(StringComparer.Ordinal);
    private readonly List<MigrationStep> _steps = [];
    private readonly List<MigrationProblem> _problems = [];

    public MigrationPlanner(Scribe scribe, MigrateCase command)
    {
        (_scribe, _version) = (scribe, command.Version);
        Target = scribe.Models.Process(scribe.State.Process, _version);
        foreach (var (from, to) in command.Mapping)
            if (!_mapping.TryAdd(from, to)) Problem("mapped-twice", from, $"'{from}' is mapped twice.");
    }

    /// <summary>The version to migrate to, or null when it is not deployed.</summary>
    public ProcessDefinition? Target { get; }

    /// <summary>Timers and subscriptions that the new version does not have.</summary>
    public List<int> Closed { get; } = [];

    /// <summary>Timers and subscriptions that go on under another element.</summary>
    public List<(int Number, string Element)> Renamed { get; } = [];

    /// <summary>Events that only the new version has, by what they watch.</summary>
    public List<(int Holder, Element Element)> Armed { get; } = [];

    private CaseState State => _scribe.State;

    public MigrationPlan Plan()
    {
        if (State.IsClosed) Problem("case-closed", null, "The case is closed.");
        else if (_version == State.ProcessVersion) Problem("same-version", null, $"The case runs by version {_version} already.");
        else if (Target is null) Problem("process-not-found", null, $"Version {_version} of the process '{State.Process}' is not deployed.");
        else Compare(Target);
        return new MigrationPlan(State.ProcessVersion, _version, [.. _steps], [.. _problems]);
    }

    private void Compare(ProcessDefinition to)
    {
        foreach (var (from, _) in _mapping)
            if (!_scribe.Process.ById.ContainsKey(from)) Problem("no-such-element", from, $"Version {State.ProcessVersion} has no element '{from}' to map.");
        CompareWaits(0, null, null);
        CompareStarts(0, _scribe.Process.Content, to.Content);
        foreach (var instance in State.Active)
        {
            if (State.IsInCall(instance.Scope)) continue;
            var visit = _scribe.Visit(instance);
            if (Counterpart(to, visit) is not { } target) continue;
            CompareWaits(instance.Number, visit.Element, target);
            if (instance.IsPostponed is true || visit.IsInner) continue;
            CompareEvents(visit, target);
        }

        foreach (var instance in State.Instances)
            if (instance is { State: InstanceState.Completed, IsCompensated: null } && !State.IsInCall(instance.Scope)) CheckCompensation(to, instance);
    }

    /// <summary>The element in whose place an active instance goes on; null after a problem.</summary>
    private Element? Counterpart(ProcessDefinition to, in Visit visit)
    {
        var (old, id) = (visit.Element, To(visit.Element.Id));
        if (!to.ById.TryGetValue(id, out var target))
        {
            Problem("no-such-element", old.Id,
                $"“{old.Label}” is active, and version {_version} has no element '{id}'. Map it to one of the kind “{old.KindName}”.");
            return null;
        }

        var found = _problems.Count;
        if (target.Kind != old.Kind || !HasSameDefinitions(old, target) || (target.Detail as SubProcess)?.Form != (old.Detail as SubProcess)?.Form)
            Problem("other-kind", old.Id,
                $"“{old.Label}” is active as a {old.KindName}; '{id}' is a {target.KindName}. Map it to an element of the same kind.");
        if (target.Parent?.Id != (old.Parent is null ? null : To(old.Parent.Id)))
            Problem("other-part", old.Id, $"“{old.Label}” is active {Place(old)}; '{id}' lies {Place(target)}.");
        if (Repeats(target) != Repeats(old)) Problem("other-loop", old.Id, $"“{old.Label}” is active and {Repeats(old)}; '{id}' {Repeats(target)}.");
        if (visit.Instance.Flow is { } flow && Joins.IsJoin(old) && !target.Incoming.Any(incoming => incoming.Id == flow))
            Problem("other-flow", old.Id, $"A path waits at “{old.Label}” that came over '{flow}'; no such flow leads to '{id}' in version {_version}.");
        foreach (var choice in visit.Instance.Chosen ?? [])
            if (!target.Content.Entries.Any(entry => entry.Id == To(choice.Element)))
                Problem("no-such-element", choice.Element, $"“{old.Label}” is to start '{choice.Element}', which it does not have in version {_version}.");
        if (_problems.Count > found) return null;
        _steps.Add(new MigrationStep(visit.Number, old.Id, id, id == old.Id ? MigrationChange.Kept : MigrationChange.Mapped));
        return target;
    }

    private void CompareWaits(int holder, Element? old, Element? target)
    {
        var (timers, subscriptions) = State.WaitsOf(holder);
        foreach (var number in timers ?? [])
            if (State.Timer(number) is { State: WorkState.Waiting } timer)
                CompareWait(new Wait(holder, number, timer.Element, timer.Trigger ?? 0), old, target);
        foreach (var number in subscriptions ?? [])
            if (State.Subscription(number) is { State: WorkState.Waiting } open)
                CompareWait(new Wait(holder, number, open.Element, open.Trigger ?? 0), old, target);
    }

    private void CompareWait(Wait wait, Element? old, Element? target)
    {
        var waiting = _scribe.ElementAt(wait.Holder, wait.Element);
        // What a called process waits for is no matter of this one.
        if (!_scribe.Process.ById.TryGetValue(wait.Element, out var own) || own != waiting) return;
        var id = To(waiting.Id);
        if (Target!.ById.TryGetValue(id, out var counterpart) && counterpart.Kind == waiting.Kind && IsSameDefinition(waiting, counterpart, wait.Trigger)
            && IsAtSamePlace(waiting, counterpart, target))
        {
            _steps.Add(new MigrationStep(wait.Number, waiting.Id, id, MigrationChange.Waits));
            if (id != waiting.Id) Renamed.Add((wait.Number, id));
            return;
        }

        _steps.Add(new MigrationStep(wait.Number, waiting.Id, null, MigrationChange.Closed));
        Closed.Add(wait.Number);
    }

    private bool IsAtSamePlace(Element waiting, Element counterpart, Element? target) => waiting.Detail switch
    {
        BoundaryEvent => counterpart.Host == target,
        StartEvent => counterpart.Parent is { Detail: SubProcess { Form: SubProcessForm.Event } } part
            && part.Parent?.Id == (waiting.Parent!.Parent is { } outer ? To(outer.Id) : null),
        _ => counterpart == target || target!.Outgoing.Any(flow => flow.Target == counterpart),
    };

    private void CompareEvents(in Visit visit, Element target)
    {
        Arm(visit.Number, visit.Element.Boundaries, target.Boundaries);
        if (visit.Element.Detail is EventGateway)
            Arm(visit.Number, visit.Element.Outgoing.Select(flow => flow.Target), target.Outgoing.Select(flow => flow.Target));
        else if (!visit.IsBody && visit.Instance.Called is null) CompareStarts(visit.Number, visit.Element.Content, target.Content);
    }

    private void CompareStarts(int scope, ScopeContent old, ScopeContent target)
    {
        if (State.InterruptedBy(scope) is null) Arm(scope, old.EventStarts, target.EventStarts);
    }

    private void Arm(int holder, IEnumerable<Element> old, IEnumerable<Element> target)
    {
        var known = old.Select(element => To(element.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var element in target)
        {
            if (known.Contains(element.Id)) continue;
            _steps.Add(new MigrationStep(holder, null, element.Id, MigrationChange.Armed));
            Armed.Add((holder, element));
        }
    }

    private void CheckCompensation(ProcessDefinition to, ElementInstance instance)
    {
        var element = _scribe.ModelOf(instance);
        var handlers = element.Content.EventStarts.Where(start => ((EventDetail)start.Detail).Find<CompensationDefinition>() is not null);
        if (element.Compensation is null && !handlers.Any()) return;
        var isKnown = to.ById.TryGetValue(element.Id, out var target) && target.Compensation?.Id == element.Compensation?.Id
            && handlers.All(start => target.Content.EventStarts.Any(other => other.Id == start.Id));
        if (!isKnown)
            Problem("other-compensation", element.Id,
                $"“{element.Label}” is done and may have to be compensated, and version {_version} does not compensate '{element.Id}' in the same way.");
    }

    private static bool HasSameDefinitions(Element old, Element target) => old.Detail is not EventDetail waiting
        || ((EventDetail)target.Detail).Definitions.Select(definition => definition.GetType())
            .SequenceEqual(waiting.Definitions.Select(definition => definition.GetType()));

    private static bool IsSameDefinition(Element old, Element target, int index) => ((EventDetail)target.Detail).Definitions is var found
        && index < found.Length && found[index].GetType() == ((EventDetail)old.Detail).Definitions[index].GetType();

    private static string Repeats(Element element) => element.Loop switch
    {
        StandardLoop => "repeats as long as a condition holds",
        MultiInstance { Order: LoopOrder.Parallel } => "runs once for each item, all at once",
        MultiInstance => "runs once for each item, one after the other",
        _ => "runs once",
    };

    private static string Place(Element element) => element.Parent is { } part ? $"inside '{part.Id}'" : "at the top of the process";

    private string To(string element) => _mapping.GetValueOrDefault(element, element);

    private void Problem(string code, string? element, string message) => _problems.Add(new MigrationProblem(code, element, message));

    private readonly record struct Wait(int Holder, int Number, string Element, int Trigger);
}
