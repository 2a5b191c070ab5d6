using System.Diagnostics;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases;

/// <summary>
/// A case as its facts made it. It changes only by <see cref="Apply(Fact, Stamp)"/>, which has no rules: replaying the same facts always gives the same
/// state. Not for use by several threads at once.
/// </summary>
public sealed partial class CaseState
{
    private readonly List<ElementInstance> _active = [];

    // Indexed by the case's number line; slot 0 is unused.
    private readonly List<object?> _items = [null];

    private CaseState(CaseId id) => Id = id;

    /// <summary>Which case.</summary>
    public CaseId Id { get; }

    /// <summary>How many facts were applied.</summary>
    public long Version { get; private set; }

    /// <summary>Process id; empty before the first fact.</summary>
    public string Process { get; private set; } = "";

    /// <summary>Process version.</summary>
    public int ProcessVersion { get; private set; }

    /// <summary>Hash of the process model.</summary>
    public string ProcessHash { get; private set; } = "";

    /// <summary>The customer's own name for the case, or null.</summary>
    public string? BusinessKey { get; private set; }

    /// <summary>The start event that something triggered, null for the plain one.</summary>
    public string? Start { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How it ended, or null while it runs.</summary>
    public CaseEnding? Ending { get; private set; }

    /// <summary>Why it was cancelled, or null.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>The call activity of another case that opened this one, or null.</summary>
    public CallingCase? Caller { get; private set; }

    /// <summary>How this case answered its caller, null before.</summary>
    public CallAnswered? Answer { get; private set; }

    /// <summary>Variables of the case itself.</summary>
    public FeelContext Variables { get; private set; } = FeelContext.Empty;

    /// <summary>Whether any fact was applied.</summary>
    public bool IsOpened => Version > 0;

    /// <summary>Whether the case ended.</summary>
    public bool IsClosed => Ending is not null;

    /// <summary>Instances that hold a token, oldest first.</summary>
    public IReadOnlyList<ElementInstance> Active => _active;

    /// <summary>All element instances, oldest first.</summary>
    public IEnumerable<ElementInstance> Instances => _items.OfType<ElementInstance>();

    /// <summary>All reviews, oldest first.</summary>
    public IEnumerable<ReviewItem> Reviews => _items.OfType<ReviewItem>();

    /// <summary>All jobs, oldest first.</summary>
    public IEnumerable<JobItem> Jobs => _items.OfType<JobItem>();

    /// <summary>All timers, oldest first.</summary>
    public IEnumerable<TimerItem> Timers => _items.OfType<TimerItem>();

    /// <summary>All actions, oldest first.</summary>
    public IEnumerable<ActionItem> Actions => _items.OfType<ActionItem>();

    /// <summary>All incidents, oldest first.</summary>
    public IEnumerable<IncidentItem> Incidents => _items.OfType<IncidentItem>();

    internal int NextNumber => _items.Count;

    internal int ActiveInCase { get; private set; }

    // Flows taken at the top of the process whose targets are not entered yet; always 0 between commands.
    internal int QueuedInCase { get; set; }

    internal IReadOnlyList<object?> Items => _items;

    /// <summary>An empty state, before the first fact.</summary>
    public static CaseState New(CaseId id) => new(id);

    /// <summary>The state that <see cref="ToSnapshot"/> wrote.</summary>
    public static CaseState FromSnapshot(CaseId id, ReadOnlySpan<byte> snapshot) => CaseSnapshot.Read(snapshot).Restore(New(id));

    /// <summary>This state as JSON. Equal states have equal bytes.</summary>
    public byte[] ToSnapshot() => CaseSnapshot.Of(this).Write();

    /// <summary>The element instance of that number, or null.</summary>
    public ElementInstance? Instance(int number) => Item(number) as ElementInstance;

    /// <summary>The review of that number, or null.</summary>
    public ReviewItem? Review(int number) => Item(number) as ReviewItem;

    /// <summary>The job of that number, or null.</summary>
    public JobItem? Job(int number) => Item(number) as JobItem;

    /// <summary>The timer of that number, or null.</summary>
    public TimerItem? Timer(int number) => Item(number) as TimerItem;

    /// <summary>The action of that number, or null.</summary>
    public ActionItem? Action(int number) => Item(number) as ActionItem;

    /// <summary>The incident of that number, or null.</summary>
    public IncidentItem? Incident(int number) => Item(number) as IncidentItem;

    /// <summary>Folds one fact. Total: every fact of the catalogue has an effect here or none on purpose.</summary>
    public void Apply(Fact fact, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(stamp);
        Version++;
        switch (fact)
        {
            case ElementEntered entered: Apply(entered, stamp); break;
            case ElementLeft left: Apply(left, stamp); break;
            case VariablesSet set: Apply(set); break;
            case VariablesRemoved removed: Apply(removed); break;
            case CaseOpened opened: Apply(opened, stamp); break;
            case CaseClosed closed: (Ending, ClosedBecause, ClosedAt) = (closed.Ending, closed.Reason, stamp.At); break;
            case ElementCancelled cancelled: Apply(cancelled, stamp); break;
            case ElementReopened reopened: Reopen(Known(reopened.Instance)); break;
            case IncidentRaised raised: Apply(raised, stamp); break;
            case IncidentResolved resolved: Apply(resolved, stamp); break;
            // Kept for people and audits; the state needs nothing of them.
            case DecisionEvaluated or ErrorThrown or OutcomeKnown: break;
            default: if (!ApplyEvent(fact) && !ApplyOperation(fact, stamp)) ApplyOversight(fact, stamp); break;
        }
    }

    internal object? Item(int number) => (uint)number < (uint)_items.Count ? _items[number] : null;

    internal int ActiveIn(int scope) => scope == 0 ? ActiveInCase : Scope(scope).ActiveInside;

    internal int QueuedIn(int scope) => scope == 0 ? QueuedInCase : Scope(scope).QueuedInside;

    internal void CountQueued(int scope, int change)
    {
        if (scope == 0) QueuedInCase += change;
        else Scope(scope).QueuedInside += change;
    }

    internal ElementInstance Scope(int number) => Instance(number) ?? throw new UnreachableException($"Case {Id} has no scope {number}.");

    internal void Restore(CaseSnapshot snapshot)
    {
        Version = snapshot.Version;
        (Process, ProcessVersion, ProcessHash, BusinessKey) = (snapshot.Process, snapshot.ProcessVersion, snapshot.ProcessHash, snapshot.BusinessKey);
        (OpenedAt, ClosedAt, Ending, ClosedBecause) = (snapshot.OpenedAt, snapshot.ClosedAt, snapshot.Ending, snapshot.ClosedBecause);
        Variables = snapshot.Variables;
        foreach (var instance in snapshot.Instances)
        {
            Put(instance.Number, instance);
            if (!instance.IsActive) continue;
            _active.Add(instance);
            if (instance.Scope == 0) ActiveInCase++;
        }

        (Start, StartPayload, Caller, Answer) = (snapshot.Start, snapshot.StartPayload, snapshot.Caller, snapshot.Answer);
        (Interrupted, _timers, _subscriptions, HasCalls) = (snapshot.Interrupted, snapshot.CaseTimers, snapshot.CaseSubscriptions,
            snapshot.Instances.Exists(instance => instance.Called is not null));
        foreach (var item in snapshot.Subscriptions)
        {
            Put(item.Number, item);
            if (item is { Kind: SubscriptionKind.Condition, State: WorkState.Waiting }) _openConditions++;
        }

        Operated = snapshot.Operated;
        foreach (var number in snapshot.Taken) Put(number, Taken);
        foreach (var item in snapshot.Reviews) Put(item.Number, item);
        foreach (var item in snapshot.Jobs) Put(item.Number, item);
        foreach (var item in snapshot.Timers) Put(item.Number, item);
        foreach (var item in snapshot.Actions) Put(item.Number, item);
        foreach (var item in snapshot.Incidents) Put(item.Number, item);
    }

    private void Apply(CaseOpened opened, Stamp stamp)
    {
        (Process, ProcessVersion, ProcessHash) = (opened.Process, opened.Version, opened.Hash);
        (BusinessKey, Variables, OpenedAt) = (opened.BusinessKey, opened.Variables, stamp.At);
        (Start, StartPayload, Caller) = (opened.Start, opened.Payload, opened.Caller);
    }

    private void Apply(ElementEntered entered, Stamp stamp)
    {
        var instance = new ElementInstance
        {
            Number = entered.Instance,
            Element = entered.Element,
            Scope = entered.Scope,
            From = entered.From,
            Flow = entered.Flow,
            EnteredAt = stamp.At,
            EnteredAs = Version,
            IsPostponed = IsSuspended ? true : null,
        };
        Put(instance.Number, instance);
        _active.Add(instance);
        CountActive(instance.Scope, 1);
        if (instance.Scope != 0) Scope(instance.Scope).StartedInside++;
    }

    private void Apply(ElementLeft left, Stamp stamp)
    {
        var instance = Known(left.Instance);
        instance.Into = left.Into;
        if (left.Into is { } goer) Known(goer).IsJoined = true;
        else if (instance.Scope != 0) Scope(instance.Scope).CompletedInside++;
        End(instance, InstanceState.Completed, stamp);
    }

    private void Apply(ElementCancelled cancelled, Stamp stamp)
    {
        var instance = Known(cancelled.Instance);
        if (cancelled.Reason == ElementCancelled.Undone) SetAsideWrites(instance);
        End(instance, InstanceState.Cancelled, stamp);
    }

    private void Apply(IncidentRaised raised, Stamp stamp)
    {
        Put(raised.Incident, new IncidentItem
        {
            Number = raised.Incident,
            Instance = raised.Instance,
            Code = raised.Code,
            Message = raised.Message,
            At = stamp.At,
        });
        // An event sub-process of the case itself could not wait: no instance is concerned.
        if (raised.Instance != 0) Known(raised.Instance).Incident = raised.Incident;
    }

    private void Apply(IncidentResolved resolved, Stamp stamp)
    {
        var incident = Incident(resolved.Incident)!;
        (incident.ResolvedAt, incident.How) = (stamp.At, resolved.How);
        if (Instance(incident.Instance) is { } instance && instance.Incident == incident.Number) instance.Incident = 0;
    }

    private void ApplyOversight(Fact fact, Stamp stamp)
    {
        switch (fact)
        {
            case ProposalMade made:
                Known(made.Instance).Proposal = made.Proposal;
                break;
            case GateJudged judged:
                Known(judged.Instance).Judgement = judged.Judgement;
                break;
            case ReviewOpened opened:
                Apply(opened, stamp);
                break;
            case ReviewClaimed claimed when Review(claimed.Review) is { } review:
                (review.State, review.Assignee, review.AssigneeName) = (ReviewState.Claimed, claimed.Person, claimed.Name);
                break;
            case ReviewReleased released when Review(released.Review) is { } review:
                (review.State, review.Assignee, review.AssigneeName) = (ReviewState.Ready, null, null);
                break;
            case VerdictGiven given when Review(given.Review) is { } review:
                (review.State, review.Verdict, review.DecidedBy, review.DecidedAt) = (ReviewState.Completed, given.Verdict, stamp.By, stamp.At);
                break;
            case VerdictUndone undone when Review(undone.Review) is { } review:
                Apply(undone, review);
                break;
            case ReviewCancelled cancelled when Review(cancelled.Review) is { } review:
                review.State = ReviewState.Cancelled;
                break;
            case DecisionMade made:
                Known(made.Instance).Decision = made;
                break;
            default:
                ApplyWork(fact, stamp);
                break;
        }
    }

    private void Apply(ReviewOpened opened, Stamp stamp)
    {
        Put(opened.Review, new ReviewItem
        {
            Number = opened.Review,
            Instance = opened.Instance,
            Content = opened.Content,
            Shown = opened.Shown,
            Group = opened.Group,
            Priority = opened.Priority,
            DueAt = opened.DueAt,
            Tier = opened.Tier,
            Round = opened.Round,
            OpenedAt = stamp.At,
        });
        Known(opened.Instance).Review = opened.Review;
    }

    private void Apply(VerdictUndone undone, ReviewItem review)
    {
        (review.State, review.Verdict, review.DecidedBy, review.DecidedAt) = (ReviewState.Claimed, null, null, null);
        var instance = Known(undone.Instance);
        instance.Decision = null;
        SetAsideWrites(instance);
    }

    // Kept: a later undo of another path must not bring back what was taken back here.
    private static void SetAsideWrites(ElementInstance instance)
    {
        if (instance.Writes is not { } writes) return;
        (instance.UndoneWrites ??= []).AddRange(writes);
        instance.Writes = null;
    }

    private void End(ElementInstance instance, InstanceState state, Stamp stamp)
    {
        // An undo also cancels instances that had completed; those hold no token any more.
        if (instance.IsActive)
        {
            _active.Remove(instance);
            CountActive(instance.Scope, -1);
        }

        (instance.State, instance.LeftAt, instance.LeftAs) = (state, stamp.At, Version);
    }

    private void Reopen(ElementInstance instance)
    {
        if (instance is { State: InstanceState.Completed, Into: null, Scope: not 0 }) Scope(instance.Scope).CompletedInside--;
        (instance.State, instance.LeftAt, instance.LeftAs, instance.Into) = (InstanceState.Active, null, 0, null);
        // Oldest first, as a restored snapshot has it.
        var at = _active.FindIndex(other => other.Number > instance.Number);
        _active.Insert(at < 0 ? _active.Count : at, instance);
        CountActive(instance.Scope, 1);
    }

    private void CountActive(int scope, int change)
    {
        if (scope == 0) ActiveInCase += change;
        else Scope(scope).ActiveInside += change;
    }

    private ElementInstance Known(int number) => Instance(number) ?? throw new UnreachableException($"Case {Id} has no element instance {number}.");

    private void Put(int number, object item)
    {
        while (_items.Count <= number) _items.Add(null);
        _items[number] = item;
    }
}
