using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Testing.Runs;

/// <summary>What a scripted person says: they confirm every flagged field, open all evidence, and pick the first fitting reason when they are given
/// none.</summary>
internal static class ScriptedPerson
{
    private const string Name = "A scripted person";

    public static GiveVerdict Of(ReviewItem review, RunAnswer.Verdict answer)
    {
        var content = review.Content;
        var person = new Person(answer.By ?? "scripted", answer.By ?? Name, [ReviewAccess.Reviewer], review.Group is { } group ? [group] : []);
        ImmutableArray<FieldChange> changes = [.. answer.Changes.Select(change =>
            new FieldChange(change.Key, content.Proposal.Answer[change.Key], change.Value))];
        var note = answer.Note ?? (review.Tier >= FrictionTier.High ? "Said by the script." : null);
        return new GiveVerdict(review.Number, person, new Verdict(answer.Kind, review.Shown, Reasons(content, answer, review.Tier), changes,
            [.. content.Proposal.Fields.Where(field => !field.Reasons.IsEmpty).Select(field => field.Name)],
            [.. content.Proposal.Evidence.Select(document => document.Hash)], note, null));
    }

    private static ImmutableArray<Reason> Reasons(ReviewContent content, RunAnswer.Verdict answer, FrictionTier tier)
    {
        if (answer.Reason is { } wanted)
            return [content.Reasons.FirstOrDefault(offered => offered.Code == wanted || offered.Text == wanted) is { } found
                ? new Reason(found.Code, found.Text) : new Reason("scripted", wanted)];
        if (answer.Kind is VerdictKind.Approve or VerdictKind.Amend && tier < FrictionTier.Medium) return [];
        var fitting = content.Reasons.FirstOrDefault(offered => offered.Verdicts is not { } named || named.Contains(answer.Kind));
        return [fitting is null ? new Reason("scripted", "Said by the script") : new Reason(fitting.Code, fitting.Text)];
    }
}
