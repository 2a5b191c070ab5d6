using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <content>Folding of events, loops, calls and what waits.</content>
public sealed partial class CaseState
{
    private List<int>? _timers;
    private List<int>? _subscriptions;
    private int _openConditions;

    /// <summary>All subscriptions, oldest first.</summary>
    public IEnumerable<SubscriptionItem> Subscriptions => _items.OfType<SubscriptionItem>();

    /// <summary>The event sub-process that interrupted the case itself, or null.</summary>
    public string? Interrupted { get; private set; }

    internal bool HasOpenConditions => _openConditions > 0;

    internal FeelValue? StartPayload { get; private set; }

    internal bool HasCalls { get; private set; }

    /// <summary>The subscription of that number, or null.</summary>
    public SubscriptionItem? Subscription(int number) => Item(number) as SubscriptionItem;

    /// <summary>Variables as a waiting instance sees them; 0 for the case. A call activity sees those around it, not those inside.</summary>
    internal FeelContext VariablesAt(int holder) =>
        holder == 0 ? Variables : Scope(holder) is { Called: null } ? VariablesIn(holder) : VariablesIn(Scope(holder).Scope);

    internal string? InterruptedBy(int scope) => scope == 0 ? Interrupted : Scope(scope).InterruptedBy;

    internal (List<int>? Timers, List<int>? Subscriptions) WaitsOf(int holder) =>
        holder == 0 ? (_timers, _subscriptions) : Instance(holder) is { } instance ? (instance.Timers, instance.Subscriptions) : (null, null);

    /// <summary>Instances directly inside a scope, oldest first. Looks at all items of the case.</summary>
    internal IEnumerable<ElementInstance> Inside(int scope)
    {
        for (var number = scope + 1; number < _items.Count; number++)
            if (_items[number] is ElementInstance instance && instance.Scope == scope) yield return instance;
    }

    internal List<SubscriptionItem> OpenSubscriptions(SubscriptionKind kind)
    {
        var open = new List<SubscriptionItem>();
        foreach (var item in _items)
            if (item is SubscriptionItem { State: WorkState.Waiting } subscription && subscription.Kind == kind) open.Add(subscription);
        return open;
    }

    // Numbers of what the state need not remember, so that the number line goes on where it was.
    internal List<int> TakenNumbers()
    {
        var taken = new List<int>();
        for (var number = 1; number < _items.Count; number++)
            if (_items[number] == Taken) taken.Add(number);
        return taken;
    }

    internal List<SubscriptionItem> OpenConditions() => _openConditions == 0 ? [] : OpenSubscriptions(SubscriptionKind.Condition);

    private bool ApplyEvent(Fact fact)
    {
        switch (fact)
        {
            case SubscriptionOpened opened: Apply(opened); break;
            case SubscriptionMatched matched: Apply(matched); break;
            case SubscriptionClosed closed: End(Subscription(closed.Subscription)!, WorkState.Cancelled); break;
            case ConditionLapsed lapsed: Subscription(lapsed.Subscription)!.Holds = false; break;
            case ScopeInterrupted { Scope: 0 } interrupted: Interrupted = interrupted.By; break;
            case ScopeInterrupted interrupted: Known(interrupted.Scope).InterruptedBy = interrupted.By; break;
            case CompensationStarted started: (Known(started.Instance).Compensating, Known(started.Target).IsCompensated) = (started.Target, true); break;
            case CallStarted started: Apply(started); break;
            case CallRequested requested: Apply(requested); break;
            case CallAnswered answered: Answer = answered; break;
            case LoopStarted started: (Known(started.Instance).LoopCount, Known(started.Instance).LoopItems) = (started.Count, Kept(started.Items)); break;
            case LoopOutput output: Known(output.Instance).Output = Kept(output.Value); break;
            case GatewayActivated activated: Known(activated.Instance).IsActivated = true; break;
            case AdHocChosen chosen: Known(chosen.Instance).Chosen = (Known(chosen.Instance).Chosen ?? []).AddRange(chosen.Elements); break;
            case AdHocStarted started: Known(started.Instance).Chosen = Known(started.Instance).Chosen!.Value.RemoveAt(0); break;
            case MessageThrown thrown: Put(thrown.Message, Taken); break;
            case SignalThrown thrown: Put(thrown.Signal, Taken); break;
            // Kept for people and audits; the state needs nothing of them.
            case EscalationThrown or MessageSettled or SignalSettled or CallSettled: break;
            default: return false;
        }

        return true;
    }

    // A snapshot reads null back as nothing.
    private static FeelValue? Kept(FeelValue value) => value.IsNull ? null : value;

    // A number that was given to something which the state need not remember.
    private static readonly object Taken = new();

    private void Apply(SubscriptionOpened opened)
    {
        Put(opened.Subscription, new SubscriptionItem
        {
            Number = opened.Subscription,
            Instance = opened.Instance,
            Element = opened.Element,
            Trigger = opened.Trigger,
            Kind = opened.Kind,
            Name = opened.Name,
            Key = opened.Key,
        });
        if (opened.Instance == 0) (_subscriptions ??= []).Add(opened.Subscription);
        else (Known(opened.Instance).Subscriptions ??= []).Add(opened.Subscription);
        if (opened.Kind == SubscriptionKind.Condition) _openConditions++;
    }

    private void Apply(SubscriptionMatched matched)
    {
        var subscription = Subscription(matched.Subscription)!;
        subscription.Holds = subscription.Kind == SubscriptionKind.Condition;
        if (matched.Stays is not true) End(subscription, WorkState.Done);
    }

    private void End(SubscriptionItem subscription, WorkState state)
    {
        if (subscription is { Kind: SubscriptionKind.Condition, State: WorkState.Waiting }) _openConditions--;
        subscription.State = state;
    }

    private void Apply(CallStarted started)
    {
        Known(started.Instance).Called = new CalledProcess(started.Process, started.Version, started.Hash);
        HasCalls = true;
    }

    private void Apply(CallRequested requested)
    {
        Put(requested.Job, new JobItem { Number = requested.Job, Instance = requested.Instance, Connector = "", Attempts = 1, Case = requested.Case });
        Known(requested.Instance).Job = requested.Job;
    }

    private void Apply(TimerSet timer)
    {
        Put(timer.Timer, new TimerItem
        {
            Number = timer.Timer,
            Instance = timer.Instance,
            Element = timer.Element,
            DueAt = timer.DueAt,
            Every = timer.Every,
            Repeats = timer.Repeats,
            Trigger = timer.Trigger,
        });
        if (timer.Instance == 0) (_timers ??= []).Add(timer.Timer);
        else (Known(timer.Instance).Timers ??= []).Add(timer.Timer);
    }
}
