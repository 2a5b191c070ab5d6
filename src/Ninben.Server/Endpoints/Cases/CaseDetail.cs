using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Histories;

namespace Ninben.Server.Endpoints.Cases;

/// <summary>Everything a page about one case shows.</summary>
internal sealed record CaseDetail(string Id, string Process, string ProcessName, int ProcessVersion, string? BusinessKey, string State, string? Title,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int OpenReviews, int OpenIncidents, long Version, FeelContext Variables,
    IReadOnlyList<CaseDetail.ElementState> Tokens, IReadOnlyList<EvidenceDocument> Evidence, IReadOnlyList<CaseDetail.IncidentRow> Incidents,
    IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<CaseDetail.ActionRow> Actions, IReadOnlyList<CaseDetail.TimelineEntry> Timeline)
{
    /// <summary>One activation of an element, for colouring the diagram.</summary>
    internal sealed record ElementState(string Element, int Instance, StepState State, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt);

    /// <summary>One time that a step could not go on alone. <c>Id</c> is the number to retry.</summary>
    internal sealed record IncidentRow(int Id, string Element, string ElementName, string Code, string Message, DateTimeOffset At, bool Open);

    /// <summary>One effect on the world.</summary>
    internal sealed record ActionRow(int Id, string Element, string ElementName, ActionState State, DateTimeOffset SendAt, string Key, string Act, int Attempts,
        string? LastError);

    /// <summary>One line of the timeline.</summary>
    internal sealed record TimelineEntry(long Sequence, DateTimeOffset At, Actor By, string Kind, string Title, string? Detail, string? Element);

    public static CaseDetail From(CaseRow row, CaseHistory history, Ninben.Bpmn.Model.ProcessDefinition? process, IReadOnlyList<ReviewRow> reviews)
    {
        var telling = new Telling("", history, process);
        string Label(int instance) => telling.LabelOf(history.ElementOf(instance));
        return new CaseDetail(row.Id, row.Process, row.ProcessName, row.ProcessVersion, row.BusinessKey, row.State, row.Title, row.OpenedAt, row.ClosedAt,
            row.OpenReviews, row.OpenIncidents, row.Version, history.Variables,
            [.. history.Steps.Select(s => new ElementState(s.Element, s.Instance, s.State, s.EnteredAt, s.LeftAt))],
            history.Evidence,
            [.. history.Incidents.Select(i => new IncidentRow(i.Number, history.ElementOf(i.Instance), Label(i.Instance), i.Code, i.Message, i.At, i.IsOpen))],
            reviews,
            [.. history.Actions.Select(a =>
                new ActionRow(a.Number, history.ElementOf(a.Instance), Label(a.Instance), a.State, a.SendAt, a.Key, a.Act, a.Attempts, a.LastError))],
            [.. history.Facts.Select(f => Entry(f, telling))]);
    }

    private static TimelineEntry Entry(ToldFact fact, Telling telling)
    {
        var sentence = SentenceCatalogue.Tell(fact.Fact, fact.Stored.Type, telling with { By = fact.Stored.By.Name });
        return new TimelineEntry(fact.Stored.Sequence, fact.Stored.At, fact.Stored.By, fact.Stored.Type, sentence.Title, sentence.Detail,
            sentence.Instance is { } instance ? telling.History.ElementOf(instance) : null);
    }
}
