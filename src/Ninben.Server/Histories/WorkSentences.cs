using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Server.Histories;

/// <summary>Sentences about outside work, waiting and sending.</summary>
internal static class WorkSentences
{
    public static Sentence JobCreated(JobCreated fact, Telling telling) =>
        new($"Asked for {telling.Step(fact.Instance)}", "Done by: " + Telling.Words(fact.Connector), fact.Instance);

    public static Sentence JobCompleted(JobCompleted fact, Telling telling) =>
        new($"Got the answer for {telling.StepOf(fact.Job)}", null, telling.History.InstanceOf(fact.Job));

    public static Sentence JobFailed(JobFailed fact, Telling telling) => new(
        $"Try {fact.Attempt} of {telling.StepOf(fact.Job)} failed", Next(fact.Message, fact.RetryAt), telling.History.InstanceOf(fact.Job));

    public static Sentence JobCancelled(JobCancelled fact, Telling telling) =>
        new($"{telling.StepOf(fact.Job)} is no longer needed", null, telling.History.InstanceOf(fact.Job));

    public static Sentence TimerSet(TimerSet fact, Telling telling) =>
        new($"Waits at “{telling.LabelOf(fact.Element)}” until {Telling.Time(fact.DueAt)}", null, fact.Instance);

    public static Sentence TimerFired(TimerFired fact, Telling telling) =>
        new($"The time set for {telling.StepOf(fact.Timer)} has come", null, telling.History.InstanceOf(fact.Timer));

    public static Sentence TimerCancelled(TimerCancelled fact, Telling telling) =>
        new($"No longer waits for the time set for {telling.StepOf(fact.Timer)}", null, telling.History.InstanceOf(fact.Timer));

    public static Sentence ActionRequested(ActionRequested fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} will be sent at {Telling.Time(fact.SendAt)}", Telling.Short(fact.Payload), fact.Instance);

    public static Sentence ActionAttempted(ActionAttempted fact, Telling telling) => new(
        fact.Attempt == 1 ? $"Sending {telling.StepOf(fact.Action)}; it can no longer be undone"
            : $"Sending {telling.StepOf(fact.Action)} again, try {fact.Attempt}",
        null, telling.History.InstanceOf(fact.Action));

    public static Sentence ActionDone(ActionDone fact, Telling telling) => new($"{telling.StepOf(fact.Action)} was carried out",
        fact.Response.IsNull ? null : "Answer: " + Telling.Short(fact.Response), telling.History.InstanceOf(fact.Action));

    public static Sentence ActionFailed(ActionFailed fact, Telling telling) => new(
        $"Sending {telling.StepOf(fact.Action)} failed at try {fact.Attempt}", Next(fact.Message, fact.RetryAt), telling.History.InstanceOf(fact.Action));

    public static Sentence ActionCancelled(ActionCancelled fact, Telling telling) =>
        new($"{telling.StepOf(fact.Action)} was stopped before it was sent", fact.Reason, telling.History.InstanceOf(fact.Action));

    private static string Next(string message, DateTimeOffset? retryAt) =>
        retryAt is { } at ? $"{message} Next try at {Telling.Time(at)}." : $"{message} No tries are left.";
}
