using System.Globalization;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.CallActivities;
using Ninben.Bpmn.Elements.ReceiveTasks;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Events.Signals;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Testing;

/// <summary>
/// Several cases in memory on a virtual clock: messages and signals go from one to another, calls open cases and are answered by their end, timers
/// fire when their time has come. Jobs, reviews and actions are left to whoever plays. Nothing is stored.
/// </summary>
public sealed class World(ScriptedModels models)
{
    private readonly Dictionary<CaseId, CaseState> _cases = [];
    private readonly List<(MessageThrown Message, DateTimeOffset Until)> _kept = [];
    private readonly Queue<(CaseId From, Fact Fact)> _news = new();
    private int _commands;

    /// <summary>The virtual clock; starts at 2026-01-05T08:00:00Z.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>All cases, oldest first.</summary>
    public IReadOnlyCollection<CaseState> Cases => _cases.Values;

    /// <summary>Every fact in the order in which it happened, with its case.</summary>
    public List<WorldFact> Facts { get; } = [];

    /// <summary>Opens a case; throws when it is refused.</summary>
    public CaseState Open(string process, FeelContext variables, Element? start = null, FeelValue payload = default)
    {
        var state = CaseState.New(new CaseId((_cases.Count + 1).ToString("x32", CultureInfo.InvariantCulture)));
        _cases.Add(state.Id, state);
        var version = models.NewestVersion(process) ?? throw new ScenarioException($"The process '{process}' is not deployed.");
        Give(state, new OpenCase(state.Id, process, version, null, variables) { Start = start?.Id, Payload = payload });
        return state;
    }

    /// <summary>Gives a command that must be accepted, and delivers what it sets free.</summary>
    public void Give(CaseState state, CaseCommand command)
    {
        if (Try(state, command) is { } refusal) throw new ScenarioException($"{command.GetType().Name} was refused: {refusal.Code}: {refusal.Message}");
    }

    /// <summary>Gives a command that may be refused; the refusal, or null.</summary>
    public Refusal? Try(CaseState state, CaseCommand command)
    {
        ArgumentNullException.ThrowIfNull(state);
        var refusal = Decide(state, command);
        while (_news.TryDequeue(out var news)) Deliver(news.From, news.Fact);
        return refusal;
    }

    /// <summary>A message from outside: to whoever waits for it, else to a process that it starts, else kept for its time to live.</summary>
    public void Publish(MessageThrown message)
    {
        Send(message);
        while (_news.TryDequeue(out var news)) Deliver(news.From, news.Fact);
    }

    /// <summary>A signal from outside, heard by everyone who waits for it, and by processes that it starts.</summary>
    public void Broadcast(string name, FeelValue payload)
    {
        Tell(default, new SignalThrown(0, 0, name, payload));
        while (_news.TryDequeue(out var news)) Deliver(news.From, news.Fact);
    }

    /// <summary>Whether a message would be received at once, or would start a process.</summary>
    public bool IsAwaited(string message, string? key) => _cases.Values.Any(state => state.Subscriptions.Any(subscription =>
        subscription is { State: WorkState.Waiting, Kind: SubscriptionKind.Message } && subscription.Name == message && subscription.Key == key))
        || Starts().Any(entry => Starting<MessageDefinition>(entry.Start).Any(definition => definition.Name == message));

    /// <summary>Whether anyone would hear a signal, or a process would start with it.</summary>
    public bool IsAwaited(string signal) => _cases.Values.Any(state => state.Subscriptions.Any(subscription =>
        subscription is { State: WorkState.Waiting, Kind: SubscriptionKind.Signal } && subscription.Name == signal))
        || Starts().Any(entry => Starting<SignalDefinition>(entry.Start).Any(definition => definition.Name == signal));

    /// <summary>Moves the clock, firing every timer at its own instant.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        while (NextTimer() is var (state, timer) && timer.DueAt <= until)
        {
            if (timer.DueAt > Now) Now = timer.DueAt;
            Give(state, new FireTimer(timer.Number));
        }

        Now = until;
    }

    /// <summary>The element of an instance, in the case's process or in the called one that it belongs to; null when its model is gone.</summary>
    public Element? Find(CaseState state, ElementInstance instance)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(instance);
        var (process, version) = (state.Process, state.ProcessVersion);
        for (var scope = state.Instance(instance.Scope); scope is not null; scope = state.Instance(scope.Scope))
        {
            if (scope.Called is not { } called) continue;
            (process, version) = (called.Process, called.Version);
            break;
        }

        return models.Process(process, version)?.Elements.GetValueOrDefault(instance.Element);
    }

    /// <summary>When the next timer is due, or null.</summary>
    public DateTimeOffset? NextDue => NextTimer()?.Timer.DueAt;

    private (CaseState State, TimerItem Timer)? NextTimer()
    {
        (CaseState State, TimerItem Timer)? next = null;
        foreach (var state in _cases.Values)
            foreach (var timer in state.Timers)
                if (timer.State == WorkState.Waiting && !state.IsClosed && (next is null || timer.DueAt < next.Value.Timer.DueAt)) next = (state, timer);
        return next;
    }

    private Refusal? Decide(CaseState state, CaseCommand command)
    {
        var stamp = new Stamp(Now, Actors.Of(command), string.Create(CultureInfo.InvariantCulture, $"command-{++_commands}"));
        var deciding = Decider.Decide(state, command, stamp, models);
        foreach (var fact in deciding.Facts)
        {
            Facts.Add(new WorldFact(state, fact, Now));
            if (fact is MessageThrown or SignalThrown or SubscriptionOpened { Kind: SubscriptionKind.Message } or CallRequested or CallAnswered
                or JobCancelled) _news.Enqueue((state.Id, fact));
        }

        return deciding.Refusal;
    }

    private void Deliver(CaseId from, Fact fact)
    {
        switch (fact)
        {
            case MessageThrown message: Send(message); break;
            case SignalThrown signal: Tell(from, signal); break;
            case SubscriptionOpened opened: Offer(from, opened); break;
            case CallRequested call: Call(from, call); break;
            case CallAnswered answered: Answer(_cases[new CaseId(answered.Case)], _cases[from]); break;
            case JobCancelled { Job: var job } when _cases[from].Job(job)!.Case is { } called: CallOff(from, job, new CaseId(called)); break;
        }
    }

    private void Send(MessageThrown message)
    {
        foreach (var state in _cases.Values)
            foreach (var subscription in state.Subscriptions)
                if (subscription is { State: WorkState.Waiting, Kind: SubscriptionKind.Message } && subscription.Name == message.Name
                    && subscription.Key == message.Key && Decide(state, new ReceiveMessage(subscription.Number, "m", message.Payload)) is null) return;
        foreach (var (process, start) in Starts())
        {
            if (!Starting<MessageDefinition>(start).Any(definition => definition.Name == message.Name)) continue;
            OpenQueued(process, start, message.Payload);
            return;
        }

        if (message.TimeToLive > 0) _kept.Add((message, Now.AddSeconds(message.TimeToLive)));
    }

    private void Tell(CaseId from, SignalThrown signal)
    {
        foreach (var state in _cases.Values.ToArray())
        {
            if (state.Id == from) continue;
            foreach (var subscription in state.Subscriptions.ToArray())
                if (subscription is { State: WorkState.Waiting, Kind: SubscriptionKind.Signal } && subscription.Name == signal.Name)
                    Decide(state, new HearSignal(subscription.Number, "s", signal.Payload));
        }

        foreach (var (process, start) in Starts())
            if (Starting<SignalDefinition>(start).Any(definition => definition.Name == signal.Name)) OpenQueued(process, start, signal.Payload);
    }

    private void Offer(CaseId to, SubscriptionOpened opened)
    {
        _kept.RemoveAll(kept => kept.Until < Now);
        var at = _kept.FindIndex(kept => kept.Message.Name == opened.Name && opened.Key == kept.Message.Key);
        if (at < 0 || Decide(_cases[to], new ReceiveMessage(opened.Subscription, "m", _kept[at].Message.Payload)) is not null) return;
        _kept.RemoveAt(at);
    }

    private void Call(CaseId from, CallRequested call)
    {
        // The call may have been cancelled by what was delivered before it.
        if (_cases[from].Job(call.Job)!.State != WorkState.Waiting) return;
        var called = CaseState.New(new CaseId(call.Case));
        _cases.Add(called.Id, called);
        Decide(called, CalledCase.Open(from, _cases[from].BusinessKey, call));
    }

    private void Answer(CaseState caller, CaseState called)
    {
        if (caller.Job(called.Caller!.Job)!.State == WorkState.Waiting) Decide(caller, CalledCase.AnswerOf(called)!);
    }

    private void CallOff(CaseId from, int job, CaseId called)
    {
        if (_cases.TryGetValue(called, out var state) && !state.IsClosed) Decide(state, CalledCase.Withdraw);
        Decide(_cases[from], new SettleCall(job));
    }

    private void OpenQueued(string process, Element start, FeelValue payload)
    {
        var state = CaseState.New(new CaseId((_cases.Count + 1).ToString("x32", CultureInfo.InvariantCulture)));
        _cases.Add(state.Id, state);
        Decide(state, new OpenCase(state.Id, process, models.NewestVersion(process)!.Value, null, FeelContext.Empty) { Start = start.Id, Payload = payload });
    }

    private (string Process, Element Start)[] Starts() => models.Newest().SelectMany(process => process.EventStarts
        .Where(start => start.Detail is StartEvent or ReceiveTask).Select(start => (process.Id, start))).ToArray();

    private static IEnumerable<T> Starting<T>(Element start)
        where T : EventDefinition => ((EventDetail)start.Detail).Definitions.OfType<T>();
}
