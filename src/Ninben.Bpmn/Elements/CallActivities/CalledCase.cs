using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>The case that a call activity asked for: how it is opened, and what its end says to the case that called.</summary>
public static class CalledCase
{
    private const string Withdrawn = "The case that called this one no longer waits for it.";

    /// <summary>Id of the case that a call opens; always the same, so that no crash can make two of it.</summary>
    /// <param name="caller">The calling case.</param>
    /// <param name="job">The call's number in it.</param>
    public static string IdOf(CaseId caller, int job) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"call\n{caller}\n{job}"))).AsSpan(0, 16));

    /// <summary>Opens the case.</summary>
    /// <param name="caller">The calling case.</param>
    /// <param name="businessKey">Its business key, which the called case shares.</param>
    /// <param name="call">What it asked for.</param>
    public static OpenCase Open(CaseId caller, string? businessKey, CallRequested call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new OpenCase(new CaseId(call.Case), call.Process, call.Version, businessKey, call.Variables)
        {
            Caller = new CallingCase(caller.Value, call.Job, call.Depth),
        };
    }

    /// <summary>Opens the case as one that was cancelled, so that a late <see cref="Open"/> is refused.</summary>
    public static OpenCase OpenWithdrawn(CaseId caller, CallRequested call) => Open(caller, null, call) with { WithdrawnBecause = Withdrawn };

    /// <summary>Cancels the case after it was opened.</summary>
    public static CancelCase Withdraw { get; } = new(Withdrawn);

    /// <summary>What the calling case is told of the end; null while the called one runs.</summary>
    public static CaseCommand? AnswerOf(CaseState called)
    {
        ArgumentNullException.ThrowIfNull(called);
        if (called is not { Ending: { } ending, Answer: { } answer }) return null;
        if (answer.Error is { } error) return new ThrowJobError(answer.Job, 1, error, answer.Message);
        return ending == CaseEnding.Cancelled
            ? new FailJob(answer.Job, 1, $"the case {called.Id} that it called was cancelled: {called.ClosedBecause}", Retryable: false)
            : new CompleteJob(answer.Job, 1, FeelValue.From(called.Variables));
    }
}
