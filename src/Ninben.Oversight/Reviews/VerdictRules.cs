using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Reviews;

/// <summary>Whether a verdict may be given: by this person, on this content, with the care that its tier asks for. Pure.</summary>
public static class VerdictRules
{
    /// <summary>Least length of a note from tier high on, in characters.</summary>
    public const int NoteLength = 10;

    /// <summary>Greatest length of a note, in characters.</summary>
    public const int LongestNote = 4_000;

    /// <summary>Null when the verdict counts; otherwise the first rule that it breaks. The verdict must be <see cref="Complete">complete</see>.</summary>
    public static Objection? Check(ReviewSubject review, Person person, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(verdict);
        if (ReviewAccess.Closed(review) is { } closed) return closed;
        if (ReviewAccess.MayAct(person, review.Group) is { } denied) return denied;
        if (ReviewAccess.ClaimedByOther(review, person) is { } claimed) return claimed;
        if (verdict.Shown != review.Shown)
            return Objection.Conflict("stale-content", "The content of this review is not what the verdict was given on. Load it again and decide anew.");
        return verdict.Kind is VerdictKind.Reject or VerdictKind.Return ? CheckNo(verdict, review.Tier) : CheckYes(review, verdict);
    }

    /// <summary>The same verdict with empty lists where a client sent none.</summary>
    public static Verdict Complete(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (!verdict.Reasons.IsDefault && !verdict.Changes.IsDefault && !verdict.Confirmed.IsDefault && !verdict.EvidenceOpened.IsDefault) return verdict;
        return verdict with
        {
            Reasons = OrEmpty(verdict.Reasons),
            Changes = OrEmpty(verdict.Changes),
            Confirmed = OrEmpty(verdict.Confirmed),
            EvidenceOpened = OrEmpty(verdict.EvidenceOpened),
        };
    }

    private static Objection? CheckNo(Verdict verdict, FrictionTier tier)
    {
        if (verdict.Reasons.IsEmpty) return Objection.Invalid("reason-needed", "Pick at least one reason for saying no.", "reasons");
        if (!verdict.Changes.IsEmpty) return Objection.Invalid("changes-not-allowed", "Only an amendment carries changes.", "changes");
        return CheckNote(verdict, tier);
    }

    private static Objection? CheckYes(ReviewSubject review, Verdict verdict)
    {
        if (CheckChanges(review.Content.Proposal, verdict) is { } changes) return changes;
        if (CheckFlags(review.Content.Proposal, verdict) is { } flags) return flags;
        if (review.Tier >= FrictionTier.Medium)
        {
            if (CheckEvidence(review.Content.Proposal, verdict) is { } evidence) return evidence;
            if (verdict.Reasons.IsEmpty) return Objection.Invalid("reason-needed", "A review of this tier needs at least one reason.", "reasons");
        }

        return CheckNote(verdict, review.Tier);
    }

    private static Objection? CheckChanges(Proposal proposal, Verdict verdict)
    {
        if (verdict.Kind == VerdictKind.Approve)
            return verdict.Changes.IsEmpty ? null : Objection.Invalid("changes-not-allowed", "An approval carries no changes; send an amendment.", "changes");
        if (verdict.Changes.IsEmpty) return Objection.Invalid("changes-needed", "An amendment needs at least one change.", "changes");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in verdict.Changes)
        {
            if (!names.Add(change.Name))
                return Objection.Invalid("changed-twice", $"The field '{change.Name}' is changed twice.", change.Name);
            if (!IsField(proposal, change.Name))
                return Objection.Invalid("unknown-field", $"The answer has no field '{change.Name}'.", change.Name);
            if (Proposed(proposal, change.Name) != FeelJson.Plain(change.Before))
                return new Objection(ObjectionKind.Conflict, "stale-content",
                    $"The proposed value of '{change.Name}' is not the one that the change started from. Load the review again.", [change.Name]);
        }

        return null;
    }

    private static Objection? CheckFlags(Proposal proposal, Verdict verdict)
    {
        List<string>? open = null;
        foreach (var field in proposal.Fields)
        {
            if (field.Reasons.IsEmpty || verdict.Confirmed.Contains(field.Name)) continue;
            var changed = false;
            foreach (var change in verdict.Changes) changed |= change.Name == field.Name;
            if (!changed) (open ??= []).Add(field.Name);
        }

        return open is null ? null : Objection.Invalid("flags-open", $"Confirm or correct the flagged fields first: {string.Join(", ", open)}.", [.. open]);
    }

    private static Objection? CheckEvidence(Proposal proposal, Verdict verdict)
    {
        foreach (var document in proposal.Evidence)
        {
            if (!verdict.EvidenceOpened.Contains(document.Hash))
                return Objection.Invalid("evidence-unseen", $"Open the document {document.Name ?? document.Hash} before deciding.", document.Hash);
        }

        return null;
    }

    private static Objection? CheckNote(Verdict verdict, FrictionTier tier)
    {
        var length = verdict.Note?.Trim().Length ?? 0;
        if (length > LongestNote) return Objection.Invalid("note-too-long", $"A note has at most {LongestNote} characters, this one has {length}.", "note");
        return tier >= FrictionTier.High && length < NoteLength
            ? Objection.Invalid("note-needed", $"A review of this tier needs a note of at least {NoteLength} characters.", "note")
            : null;
    }

    private static bool IsField(Proposal proposal, string name)
    {
        if (proposal.Answer.Kind == FeelKind.Context && proposal.Answer.AsContext().ContainsKey(name)) return true;
        foreach (var field in proposal.Fields)
            if (field.Name == name) return true;
        return false;
    }

    private static FeelValue Proposed(Proposal proposal, string name) =>
        proposal.Answer.Kind == FeelKind.Context && proposal.Answer.AsContext().TryGetValue(name, out var value) ? FeelJson.Plain(value) : default;

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
