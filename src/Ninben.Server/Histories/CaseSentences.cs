using System.Diagnostics;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Decisions;

namespace Ninben.Server.Histories;

/// <summary>Sentences about the case itself and its steps.</summary>
internal static class CaseSentences
{
    public static Sentence Opened(CaseOpened fact, Telling telling) => new(
        fact.BusinessKey is { } key ? $"{telling.By} opened the case {key}" : $"{telling.By} opened the case",
        $"{telling.Process?.Name ?? fact.Process}, version {fact.Version}");

    public static Sentence Closed(CaseClosed fact, Telling telling) => fact.Ending switch
    {
        CaseEnding.Completed => new Sentence("The case is finished"),
        CaseEnding.Terminated => new Sentence("The case ended early, as the process says", fact.Reason),
        CaseEnding.Cancelled => new Sentence($"{telling.By} cancelled the case", fact.Reason),
        _ => throw new UnreachableException($"Ending {fact.Ending}"),
    };

    public static Sentence VariablesSet(VariablesSet fact, Telling telling) => new(
        fact.Values.Count == 1 ? $"Recorded {fact.Values.Keys.First()}" : $"Recorded {fact.Values.Count} values",
        string.Join(", ", fact.Values.Select(v => $"{v.Key}: {Telling.Short(v.Value)}")));

    public static Sentence VariablesRemoved(VariablesRemoved fact, Telling telling) =>
        new($"Took back {string.Join(", ", fact.Names)}", "Nothing was recorded there before");

    public static Sentence Entered(ElementEntered fact, Telling telling) => new($"Reached {telling.Step(fact.Instance)}", null, fact.Instance);

    public static Sentence Left(ElementLeft fact, Telling telling) => new($"Done with {telling.Step(fact.Instance)}", null, fact.Instance);

    public static Sentence Cancelled(ElementCancelled fact, Telling telling) => new($"Called off {telling.Step(fact.Instance)}", fact.Reason, fact.Instance);

    public static Sentence Reopened(ElementReopened fact, Telling telling) => new($"{telling.Step(fact.Instance)} is open again", null, fact.Instance);

    public static Sentence Evaluated(DecisionEvaluated fact, Telling telling) => new(
        $"The rules “{fact.Decision.Decision}” answered {Telling.Short(fact.Output)}",
        fact.Matched.IsEmpty
            ? string.Join("; ", fact.Notes.Prepend("No rule matched"))
            : "Because of " + string.Join("; ", fact.Matched.Select(m => m.Annotation is { } why ? $"rule {m.Number} ({why})" : $"rule {m.Number}")),
        fact.Instance);

    public static Sentence ErrorThrown(ErrorThrown fact, Telling telling) => new(
        fact.CaughtBy is { } by ? $"{telling.Step(fact.Instance)} reported “{fact.Code}”; the case went on at “{telling.LabelOf(by)}”"
            : $"{telling.Step(fact.Instance)} reported “{fact.Code}”, and nothing in the process expects that",
        fact.Message, fact.Instance);

    public static Sentence IncidentRaised(IncidentRaised fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} cannot go on and needs a person", fact.Message, fact.Instance);

    public static Sentence IncidentResolved(IncidentResolved fact, Telling telling) =>
        new($"{telling.By} let {telling.StepOf(fact.Incident)} go on", fact.How, telling.History.InstanceOf(fact.Incident));

    public static Sentence Decided(DecisionMade fact, Telling telling)
    {
        var word = fact.Outcome.ToString().ToLowerInvariant();
        var basis = fact.Basis.Kind switch
        {
            "gate" => "by the policy",
            "verdicts" => "by a person",
            _ => "by rules",
        };
        var why = string.Join("; ", fact.Reasons.Select(r => r.Text));
        return new Sentence($"Decided {basis}: {telling.Step(fact.Instance)} is {word}", why.Length == 0 ? null : why, fact.Instance);
    }

    public static Sentence OutcomeKnown(OutcomeKnown fact, Telling telling) => new(
        fact.Instance is { } instance ? $"{telling.By} recorded what proved true for {telling.Step(instance)}" : $"{telling.By} recorded what proved true",
        fact.Note is null ? Telling.Short(fact.Truth) : $"{Telling.Short(fact.Truth)}; {fact.Note}", fact.Instance);
}
