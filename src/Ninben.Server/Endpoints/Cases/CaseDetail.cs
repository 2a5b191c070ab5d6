using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Histories;

namespace Ninben.Server.Endpoints.Cases;

/// <summary>
/// Everything a page about one case shows. <c>Suspension</c> is absent while the case runs, <c>Caller</c> when no other case called this one.
/// </summary>
internal sealed record CaseDetail(string Id, string Process, string ProcessName, int ProcessVersion, string? BusinessKey, string State, string? Title,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int OpenReviews, int OpenIncidents, long Version, FeelContext Variables,
    IReadOnlyList<CaseDetail.ElementState> Tokens, IReadOnlyList<EvidenceDocument> Evidence, IReadOnlyList<CaseDetail.IncidentRow> Incidents,
    IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<CaseDetail.ActionRow> Actions, IReadOnlyList<CaseDetail.TimelineEntry> Timeline,
    CaseDetail.SuspensionRow? Suspension, CaseDetail.CallerRow? Caller)
{
    /// <summary>
    /// One activation of an element, for colouring the diagram. <c>Scope</c> is the instance that it lies in, 0 for the case; <c>Call</c> the call activity
    /// in whose process it lies; <c>IsPostponed</c> says that it begins when the case is resumed. <c>Variables</c> are an open step's own.
    /// </summary>
    internal sealed record ElementState(string Element, int Instance, StepState State, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt, string Name, int Scope,
        int? Call, CalledRow? Called, bool IsPostponed, FeelContext? Variables);

    /// <summary>
    /// The process that a call activity runs, and how many calls deep it is (1 for a call by the case's own process); <c>Case</c> when it runs as a case of
    /// its own.
    /// </summary>
    internal sealed record CalledRow(string Process, string Name, int Version, int Depth, string? Case);

    /// <summary>The case whose call activity opened this one.</summary>
    internal sealed record CallerRow(string Case, int Depth);

    /// <summary>Since when, by whom and why the case is suspended.</summary>
    internal sealed record SuspensionRow(DateTimeOffset At, Actor By, string Reason);

    /// <summary>One time that a step could not go on alone. <c>Id</c> is the number to retry.</summary>
    internal sealed record IncidentRow(int Id, string Element, string ElementName, string Code, string Message, DateTimeOffset At, bool Open);

    /// <summary>One effect on the world.</summary>
    internal sealed record ActionRow(int Id, string Element, string ElementName, ActionState State, DateTimeOffset SendAt, string Key, string Act, int Attempts,
        string? LastError);

    /// <summary>One line of the timeline.</summary>
    internal sealed record TimelineEntry(long Sequence, DateTimeOffset At, Actor By, string Kind, string Title, string? Detail, string? Element);

    public static CaseDetail From(CaseRow row, CaseHistory history, ICaseModels models, IReadOnlyList<ReviewRow> reviews)
    {
        var process = models.Process(row.Process, row.ProcessVersion);
        var telling = new Telling("", history, process);
        string Label(int instance) => telling.LabelOf(history.ElementOf(instance));
        return new CaseDetail(row.Id, row.Process, row.ProcessName, row.ProcessVersion, row.BusinessKey, row.State, row.Title, row.OpenedAt, row.ClosedAt,
            row.OpenReviews, row.OpenIncidents, row.Version, history.Variables,
            [.. history.Steps.Select(s => Token(s, history, (process, models)))],
            history.Evidence,
            [.. history.Incidents.Select(i => new IncidentRow(i.Number, history.ElementOf(i.Instance), Label(i.Instance), i.Code, i.Message, i.At, i.IsOpen))],
            reviews,
            [.. history.Actions.Select(a =>
                new ActionRow(a.Number, history.ElementOf(a.Instance), Label(a.Instance), a.State, a.SendAt, a.Key, a.Act, a.Attempts, a.LastError))],
            [.. history.Facts.Select(f => Entry(f, telling))],
            history.Suspended is var (at, by, reason) ? new SuspensionRow(at, by, reason) : null,
            history.Opened?.Caller is { } caller ? new CallerRow(caller.Case, caller.Depth) : null);
    }

    private static ElementState Token(StepTrace step, CaseHistory history, (ProcessDefinition? Own, ICaseModels Models) known)
    {
        var call = history.CallOf(step);
        var process = call?.Called is { } calling ? known.Models.Process(calling.Process, calling.Version) : known.Own;
        CalledRow Called(string id, int version, string? own) => new(id, known.Models.Process(id, version)?.Name ?? id, version,
            (history.Opened?.Caller?.Depth ?? 0) + history.DepthOf(step) + 1, own);
        var called = step.Opened is { } opened ? Called(opened.Process, opened.Version, opened.Case)
            : step.Called is { } inside ? Called(inside.Process, inside.Version, null)
            : null;
        var name = process is not null && process.Elements.TryGetValue(step.Element, out var element) ? element.Label : step.Element;
        return new ElementState(step.Element, step.Instance, step.State, step.EnteredAt, step.LeftAt, name, step.Scope,
            call?.Instance, called, step.IsPostponed, step.LeftAt is null ? history.VariablesOf(step.Instance) : null);
    }

    private static TimelineEntry Entry(ToldFact fact, Telling telling)
    {
        var sentence = SentenceCatalogue.Tell(fact.Fact, fact.Stored.Type, telling with { By = fact.Stored.By.Name });
        return new TimelineEntry(fact.Stored.Sequence, fact.Stored.At, fact.Stored.By, fact.Stored.Type, sentence.Title, sentence.Detail,
            sentence.Instance is { } instance ? telling.History.ElementOf(instance) : null);
    }
}
