using System.Collections.Immutable;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;

namespace Ninben.Testing.Runs;

/// <summary>Plays a case of a world to its end, with the answers of a script and, if it may, its own for what the script does not mention.</summary>
public sealed class CasePlayer(World world, RunScript script, RunRest rest)
{
    /// <summary>How often time is moved on its own before a run is given up: a cycle without end would never let it stop.</summary>
    public const int MostWaits = 200;

    private const int MostAnswers = 10_000;

    private static readonly RunAnswer.Value s_nothing = new(default(FeelValue));
    private static readonly RunAnswer.Verdict s_approval = new(VerdictKind.Approve, null, null, null, FeelContext.Empty);

    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private int _next;
    private int _waits;
    private Refusal? _refusal;

    /// <summary>Plays until the case closes, or until it waits for what nobody answers.</summary>
    public RunOutcome Play(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var answers = 0; !state.IsClosed && answers < MostAnswers; answers++)
        {
            if (_next < script.Steps.Length && Take(script.Steps[_next]))
            {
                if (_refusal is { } refused) return End(state, refused.Message);
                _next++;
                continue;
            }

            if (!GoOn()) break;
            if (_refusal is { } refusal) return new RunOutcome(state, Waiting.Describe(world), new RunProblem(0, refusal.Message));
        }

        if (_next == script.Steps.Length) return new RunOutcome(state, state.IsClosed ? [] : Waiting.Describe(world), null);
        return End(state, state.IsClosed ? "The case had closed before this step." : NotYet(script.Steps[_next]));
    }

    private RunOutcome End(CaseState state, string message) =>
        new(state, state.IsClosed ? [] : Waiting.Describe(world), new RunProblem(script.Steps[_next].Line, message));

    private static string NotYet(RunStep step) => step switch
    {
        RunStep.Element element => $"'{element.Id}' does not wait for this answer.",
        RunStep.Message { Key: null } message => $"Nobody waits for the message '{message.Name}' without a key.",
        RunStep.Message message => $"Nobody waits for the message '{message.Name}' with the key '{message.Key}'.",
        RunStep.Signal signal => $"Nobody waits for the signal '{signal.Name}'.",
        _ => "This step was not reached.",
    };

    private bool Take(RunStep step)
    {
        switch (step)
        {
            case RunStep.Element element:
                return Open().Any(state => Answer(state, element.Id, element.Answer));
            case RunStep.Message message when world.IsAwaited(message.Name, message.Key):
                world.Publish(new MessageThrown(0, 0, message.Name, message.Key, message.Payload, 0));
                return true;
            case RunStep.Signal signal when world.IsAwaited(signal.Name):
                world.Broadcast(signal.Name, signal.Payload);
                return true;
            case RunStep.Pass pass:
                world.Pass(pass.Time);
                return true;
            default:
                return false;
        }
    }

    private CaseState[] Open() => [.. world.Cases.Where(state => state.IsOpened && !state.IsClosed)];

    /// <summary>Gives one answer that fits what the element waits for; false when it waits for nothing of the kind.</summary>
    private bool Answer(CaseState state, string element, RunAnswer answer)
    {
        bool Is(int instance) => Waiting.ElementOf(state, instance) == element;
        if (answer is RunAnswer.Retry)
            return state.Incidents.FirstOrDefault(one => one.IsOpen && Is(one.Instance)) is { } incident && Give(state, new RetryIncident(incident.Number));
        if (answer is RunAnswer.Verdict verdict)
            return state.Reviews.FirstOrDefault(one => one.IsOpen && Is(one.Instance)) is { } review && Give(state, ScriptedPerson.Of(review, verdict));
        if (answer is RunAnswer.Choose choose)
            return Waiting.Choices(world, state).Select(choice => choice.Instance).FirstOrDefault(one => one.Element == element) is { } adHoc
                && Give(state, new ChooseActivities(adHoc.Number, choose.Elements));
        if (state.Jobs.FirstOrDefault(one => IsReady(one) && Is(one.Instance)) is { } job) return Give(state, Command(job, answer));
        return state.Actions.FirstOrDefault(one => IsReady(one) && Is(one.Instance)) is { } action && Perform(state, action, answer);
    }

    private bool IsReady(JobItem job) => job is { State: WorkState.Waiting, Case: null } && (job.RetryAt is null || job.RetryAt <= world.Now);

    private bool IsReady(ActionItem action) => action.State == WorkState.Waiting && action.SendAt <= world.Now;

    private static CaseCommand Command(JobItem job, RunAnswer answer) => answer switch
    {
        RunAnswer.Value value => new CompleteJob(job.Number, job.Failures + 1, value.Output),
        RunAnswer.Propose propose => new ProposeForJob(job.Number, job.Failures + 1,
            new Proposal(propose.Answer, [], propose.Confidence, propose.Reasons, [], new ProposalSource(job.Connector, "script", "1"))),
        RunAnswer.Error error => new ThrowJobError(job.Number, job.Failures + 1, error.Code, error.Message),
        RunAnswer.Failure failure => new FailJob(job.Number, job.Failures + 1, failure.Message, Retryable: true),
        _ => throw new System.Diagnostics.UnreachableException(answer.ToString()),
    };

    private bool Perform(CaseState state, ActionItem action, RunAnswer answer)
    {
        Give(state, new StartAction(action.Number, action.Act));
        if (_refusal is not null) return true;
        return Give(state, answer is RunAnswer.Failure failure
            ? new FailAction(action.Number, action.Attempt, failure.Message, Retryable: true)
            : new FinishAction(action.Number, action.Attempt, answer is RunAnswer.Value value ? value.Output : default));
    }

    private bool Give(CaseState state, CaseCommand command)
    {
        _refusal = world.Try(state, command);
        return true;
    }

    /// <summary>Answers something that no step is for, or lets time pass; false when nothing is left to do.</summary>
    private bool GoOn()
    {
        var reserved = script.Steps.Skip(_next).OfType<RunStep.Element>().Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var state in Open())
            foreach (var (element, fallback) in Answerable(state))
                if (!reserved.Contains(element) && (Standing(element) ?? (rest == RunRest.GoesOn ? fallback : null)) is { } answer
                    && Answer(state, element, answer)) return Use(element);
        if (rest == RunRest.Stops || NextInstant() is not { } instant || _waits++ >= MostWaits) return false;
        world.Pass(instant > world.Now ? instant - world.Now : TimeSpan.Zero);
        return true;
    }

    private List<(string Element, RunAnswer? Fallback)> Answerable(CaseState state) =>
        [
            .. state.Jobs.Where(IsReady).Select(job => (Waiting.ElementOf(state, job.Instance), (RunAnswer?)s_nothing)),
            .. state.Reviews.Where(review => review.IsOpen).Select(review => (Waiting.ElementOf(state, review.Instance), (RunAnswer?)s_approval)),
            .. state.Actions.Where(IsReady).Select(action => (Waiting.ElementOf(state, action.Instance), (RunAnswer?)s_nothing)),
            .. Waiting.Choices(world, state).Select(choice => (choice.Instance.Element, (RunAnswer?)null)),
        ];

    private RunAnswer? Standing(string element) => script.Answers.TryGetValue(element, out var answers) && !answers.IsEmpty
        ? answers[Math.Min(_used.GetValueOrDefault(element), answers.Length - 1)] : null;

    private bool Use(string element)
    {
        _used[element] = _used.GetValueOrDefault(element) + 1;
        return true;
    }

    private DateTimeOffset? NextInstant()
    {
        var instants = Open().SelectMany(state => state.Jobs.Where(job => job.State == WorkState.Waiting).Select(job => job.RetryAt)
            .Concat(state.Actions.Where(action => action.State == WorkState.Waiting).Select(action => (DateTimeOffset?)action.SendAt)))
            .Where(instant => instant > world.Now).Append(world.NextDue);
        return instants.Min();
    }
}
