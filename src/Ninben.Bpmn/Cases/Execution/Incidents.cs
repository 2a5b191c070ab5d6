using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.ComplexGateways;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Codes of incidents, and what a retry does about each.</summary>
internal static class Incidents
{
    public const string NoFlow = "no-flow";
    public const string TooManySteps = "too-many-steps";
    public const string TooManyFacts = "too-many-facts";
    public const string TimerUnusable = "timer-unusable";
    public const string JobFailed = "job-failed";
    public const string ActionFailed = "action-failed";
    public const string ErrorUncaught = "error-uncaught";
    public const string Blocked = "blocked";
    public const string DecisionMissing = "decision-missing";
    public const string ResultUnusable = "result-unusable";
    public const string NotApproved = "not-approved";
    public const string JoinStuck = "join-stuck";
    public const string KeyUnusable = "key-unusable";
    public const string LoopUnusable = "loop-unusable";
    public const string ChoiceUnusable = "choice-unusable";
    public const string ProcessMissing = "process-missing";
    public const string CallTooDeep = "call-too-deep";

    /// <summary>Stops an instance until a person retries or cancels.</summary>
    public static void Raise(in Visit visit, string code, string message) =>
        visit.Write(new IncidentRaised(visit.Scribe.State.NextNumber, visit.Number, code, message));

    /// <summary>Tries again from where the instance stopped.</summary>
    public static void Retry(in Visit visit, string code)
    {
        switch (code)
        {
            // A complex join chooses its flows when it is activated, not when it leaves.
            case NoFlow when visit.Element.Detail is not ComplexGateway || visit.Element.Incoming.Length <= 1:
                Lifecycle.GoOn(visit);
                break;
            case TooManySteps or TooManyFacts or TimerUnusable or KeyUnusable or ChoiceUnusable:
            case JoinStuck when visit.Element.Quantities.Start > 1:
                Arming.Disarm(visit.Scribe, visit.Number);
                Lifecycle.Begin(visit);
                break;
            default:
                visit.Behaviour.Enter(visit);
                break;
        }
    }
}
