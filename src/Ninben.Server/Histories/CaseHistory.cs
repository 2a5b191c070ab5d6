using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Histories;

/// <summary>
/// A case as its facts tell it, for people: which steps were when, what was proposed, sent, stuck. Folded from the stream at each look, so it can
/// say nothing that the stream does not.
/// </summary>
internal sealed class CaseHistory
{
    private readonly Dictionary<int, StepTrace> _steps = [];
    private readonly Dictionary<int, int> _instanceOf = [];
    private readonly Dictionary<int, ActionTrace> _actions = [];
    private readonly Dictionary<int, IncidentTrace> _incidents = [];
    private readonly Dictionary<int, ReviewTrace> _reviews = [];
    private readonly Dictionary<int, GateJudgement> _judgements = [];
    private readonly List<EvidenceDocument> _evidence = [];
    private readonly Dictionary<int, FeelContext> _variables = [];

    public List<ToldFact> Facts { get; } = [];

    public IEnumerable<StepTrace> Steps => _steps.Values.OrderBy(s => s.Instance);

    public IEnumerable<ActionTrace> Actions => _actions.Values.OrderBy(a => a.Number);

    public IEnumerable<IncidentTrace> Incidents => _incidents.Values.OrderBy(i => i.Number);

    public IEnumerable<int> Reviews => _reviews.Keys.Order();

    public IReadOnlyList<EvidenceDocument> Evidence => _evidence;

    /// <summary>Variables of the case itself.</summary>
    public FeelContext Variables => VariablesOf(0) ?? FeelContext.Empty;

    public CaseOpened? Opened { get; private set; }

    /// <summary>Since when, by whom and why it is suspended, or null.</summary>
    public (DateTimeOffset At, Actor By, string Reason)? Suspended { get; private set; }

    /// <summary>Reads the whole stream of a case; null when there is no such case.</summary>
    public static async Task<CaseHistory?> Read(IFactReader facts, CaseId id, CancellationToken cancellationToken)
    {
        var history = new CaseHistory();
        await foreach (var stored in facts.Read(id, 1, cancellationToken)) history.Add(stored);
        return history.Facts.Count == 0 ? null : history;
    }

    /// <summary>Element id of an instance; the process for 0, the case itself.</summary>
    public string ElementOf(int instance) => _steps.TryGetValue(instance, out var step) ? step.Element : instance == 0 ? Opened?.Process ?? "?" : "?";

    /// <summary>The instance that a job, action, timer, review or incident belongs to.</summary>
    public int InstanceOf(int item) => _instanceOf.GetValueOrDefault(item);

    public ReviewTrace? Review(int number) => _reviews.GetValueOrDefault(number);

    /// <summary>What the gate said of an instance, if it has one.</summary>
    public GateJudgement? Judgement(int instance) => _judgements.GetValueOrDefault(instance);

    /// <summary>The call that a step lies in, the nearest one; null at home in the case's own process.</summary>
    public StepTrace? CallOf(StepTrace step)
    {
        for (var scope = step.Scope; scope != 0 && _steps.TryGetValue(scope, out var outer); scope = outer.Scope)
            if (outer.Called is not null) return outer;
        return null;
    }

    /// <summary>How many calls a step lies in.</summary>
    public int DepthOf(StepTrace step) => CallOf(step) is { } call ? DepthOf(call) + 1 : 0;

    /// <summary>Variables of a scope's own, 0 for the case; null when it has none.</summary>
    public FeelContext? VariablesOf(int scope) => _variables.TryGetValue(scope, out var own) && own.Count > 0 ? own : null;

    /// <summary>The newest instance of an element, or null.</summary>
    public int? NewestInstanceOf(string element) => _steps.Values.Where(s => s.Element == element).Select(s => (int?)s.Instance).Max();

    private void Add(StoredFact stored)
    {
        var fact = FactCatalogue.Read(stored.Type, stored.Body.Span);
        Facts.Add(new ToldFact(stored, fact));
        if (fact is not null) Fold(fact, stored);
    }

    private void Fold(Fact fact, StoredFact stored)
    {
        switch (fact)
        {
            case CaseOpened f:
                Opened = f;
                _variables[0] = f.Variables;
                break;
            case VariablesSet f:
                _variables[f.Scope] = _variables.GetValueOrDefault(f.Scope, FeelContext.Empty).With(f.Values);
                break;
            case VariablesEdited f:
                _variables[f.Scope] = _variables.GetValueOrDefault(f.Scope, FeelContext.Empty).With(f.Values);
                break;
            case CaseSuspended f:
                Suspended = (stored.At, stored.By, f.Reason);
                break;
            case CaseResumed:
                Suspended = null;
                foreach (var step in _steps.Values.Where(step => step.IsPostponed).ToArray()) _steps[step.Instance] = step with { IsPostponed = false };
                break;
            case CaseMigrated f:
                Migrate(f);
                break;
            case VariablesRemoved f:
                foreach (var name in f.Names) _variables[f.Scope] = _variables.GetValueOrDefault(f.Scope, FeelContext.Empty).Without(name);
                break;
            case ProposalMade f:
                _evidence.AddRange(f.Proposal.Evidence.Where(e => _evidence.All(known => known.Hash != e.Hash)));
                break;
            case GateJudged f:
                _judgements[f.Instance] = f.Judgement;
                break;
            default:
                if (!FoldStep(fact, stored) && !FoldReview(fact, stored)) FoldWork(fact);
                break;
        }
    }

    private bool FoldStep(Fact fact, StoredFact stored)
    {
        switch (fact)
        {
            case ElementEntered f:
                _steps[f.Instance] = new StepTrace(f.Instance, f.Element, StepState.Active, stored.At, null)
                {
                    Scope = f.Scope,
                    IsPostponed = Suspended is not null,
                };
                return true;
            case CallStarted f:
                Step(f.Instance, s => s with { Called = f });
                return true;
            case CallRequested f:
                _instanceOf[f.Job] = f.Instance;
                Step(f.Instance, s => s with { Opened = f });
                return true;
            case ElementLeft f:
                Step(f.Instance, s => s with { State = StepState.Completed, LeftAt = stored.At });
                return true;
            case ElementCancelled f:
                Step(f.Instance, s => s with { State = StepState.Cancelled, LeftAt = stored.At });
                return true;
            case ElementReopened f:
                Step(f.Instance, s => s with { State = StepState.Active, LeftAt = null });
                return true;
            case IncidentRaised f:
                _instanceOf[f.Incident] = f.Instance;
                _incidents[f.Incident] = new IncidentTrace(f.Incident, f.Instance, f.Code, f.Message, stored.At, IsOpen: true);
                Step(f.Instance, s => s with { State = StepState.Incident });
                return true;
            case IncidentResolved f when _incidents.TryGetValue(f.Incident, out var incident):
                _incidents[f.Incident] = incident with { IsOpen = false };
                Step(incident.Instance, s => s.State == StepState.Incident ? s with { State = StepState.Active } : s);
                return true;
            default:
                return false;
        }
    }

    private bool FoldReview(Fact fact, StoredFact stored)
    {
        switch (fact)
        {
            case ReviewOpened f:
                _instanceOf[f.Review] = f.Instance;
                _reviews[f.Review] = new ReviewTrace(f, null, null, null);
                return true;
            case VerdictGiven f when _reviews.TryGetValue(f.Review, out var review):
                _reviews[f.Review] = review with { Verdict = f.Verdict, By = stored.By, At = stored.At };
                return true;
            case VerdictUndone f when _reviews.TryGetValue(f.Review, out var review):
                _reviews[f.Review] = review with { Verdict = null, By = null, At = null };
                return true;
            default:
                return false;
        }
    }

    private void FoldWork(Fact fact)
    {
        switch (fact)
        {
            case JobCreated f:
                _instanceOf[f.Job] = f.Instance;
                break;
            case TimerSet f:
                _instanceOf[f.Timer] = f.Instance;
                break;
            case SubscriptionOpened f:
                _instanceOf[f.Subscription] = f.Instance;
                break;
            case ActionRequested f:
                _instanceOf[f.Action] = f.Instance;
                _actions[f.Action] = new ActionTrace(f.Action, f.Instance, ActionState.Waiting, f.SendAt, f.Key, f.Act, 0, null);
                break;
            case ActionAttempted f:
                Act(f.Action, a => a with { State = ActionState.Sending, Attempts = f.Attempt });
                break;
            case ActionDone f:
                Act(f.Action, a => a with { State = ActionState.Done });
                break;
            case ActionFailed f:
                Act(f.Action, a => a with
                {
                    State = f.RetryAt is null ? ActionState.Failed : ActionState.Waiting,
                    SendAt = f.RetryAt ?? a.SendAt,
                    Attempts = f.Attempt,
                    LastError = f.Message,
                });
                break;
            case ActionCancelled f:
                Act(f.Action, a => a with { State = ActionState.Cancelled });
                break;
        }
    }

    private void Migrate(CaseMigrated migrated)
    {
        var mapping = migrated.Mapping.ToDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        foreach (var step in _steps.Values.Where(step => step.State is StepState.Active or StepState.Incident).ToArray())
            if (mapping.TryGetValue(step.Element, out var to) && CallOf(step) is null) _steps[step.Instance] = step with { Element = to };
    }

    private void Step(int instance, Func<StepTrace, StepTrace> change)
    {
        if (_steps.TryGetValue(instance, out var step)) _steps[instance] = change(step);
    }

    private void Act(int action, Func<ActionTrace, ActionTrace> change)
    {
        if (_actions.TryGetValue(action, out var trace)) _actions[action] = change(trace);
    }
}
