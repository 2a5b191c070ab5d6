using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Tests.Reviews;

public class VerdictRulesTests
{
    private static readonly Person Mara = new("mara", "Mara Klein", ["reviewer"], ["clerks"]);
    private static readonly Reason Wrong = new("wrong-data", "A value is wrong");

    private static readonly Proposal Proposal =
        new(FeelValue.From(FeelContext.CreateBuilder().Set("total", FeelValue.From(12m)).Set("vendor", FeelValue.From("N")).Build()),
        [new ProposedField("total", "Total", FeelValue.From(12m), new Confidence(0.9m), [new Reason("two-totals", "Two totals")], [], [])],
        null, [], [new EvidenceDocument("doc", "image/png", 1)], new ProposalSource("x", "m", "1"));

    private static ReviewSubject Review(FrictionTier tier = FrictionTier.Low, string? group = "clerks", ReviewState state = ReviewState.Ready) =>
        new(state, new ReviewContent("c-1", "P", "S", "T", Proposal, [], tier, default, OfferedReasons.Default), "hash", group, tier, null, null, null,
            null, null);

    private static Verdict Say(VerdictKind kind) => new(kind, "hash", [], [], ["total"], [], null, null);

    private static string? Code(ReviewSubject review, Verdict verdict, Person? person = null) => VerdictRules.Check(review, person ?? Mara, verdict)?.Code;

    [Fact]
    public void Low_tier_needs_flags_confirmed_and_nothing_more()
    {
        Assert.Null(Code(Review(), Say(VerdictKind.Approve)));
        Assert.Equal("flags-open", Code(Review(), Say(VerdictKind.Approve) with { Confirmed = [] }));
    }

    [Fact]
    public void Changing_a_flagged_field_confirms_it()
    {
        var amend = Say(VerdictKind.Amend) with { Confirmed = [], Changes = [new FieldChange("total", FeelValue.From(12.0m), FeelValue.From(13m))] };

        Assert.Null(Code(Review(), amend));
    }

    [Fact]
    public void Medium_tier_also_needs_evidence_and_a_reason()
    {
        var review = Review(FrictionTier.Medium);

        Assert.Equal("evidence-unseen", Code(review, Say(VerdictKind.Approve)));
        Assert.Equal("reason-needed", Code(review, Say(VerdictKind.Approve) with { EvidenceOpened = ["doc"] }));
        Assert.Null(Code(review, Say(VerdictKind.Approve) with { EvidenceOpened = ["doc"], Reasons = [Wrong] }));
    }

    [Theory]
    [InlineData(FrictionTier.High)]
    [InlineData(FrictionTier.Critical)]
    public void High_tiers_need_a_note_of_ten_characters(FrictionTier tier)
    {
        var verdict = Say(VerdictKind.Approve) with { EvidenceOpened = ["doc"], Reasons = [Wrong] };

        Assert.Equal("note-needed", Code(Review(tier), verdict with { Note = "    short    " }));
        Assert.Null(Code(Review(tier), verdict with { Note = "long enough" }));
        Assert.Equal("note-too-long", Code(Review(tier), verdict with { Note = new string('x', 4_001) }));
    }

    [Theory]
    [InlineData(VerdictKind.Reject)]
    [InlineData(VerdictKind.Return)]
    public void Saying_no_needs_a_reason_in_every_tier(VerdictKind kind)
    {
        Assert.Equal("reason-needed", Code(Review(), Say(kind)));
        Assert.Null(Code(Review(), Say(kind) with { Reasons = [Wrong], Confirmed = [] }));
    }

    [Fact]
    public void Amendments_start_from_the_proposed_value_of_a_field_that_exists()
    {
        static Verdict Change(string name, decimal before) =>
            Say(VerdictKind.Amend) with { Changes = [new FieldChange(name, FeelValue.From(before), FeelValue.From(1m))] };

        Assert.Equal("changes-needed", Code(Review(), Say(VerdictKind.Amend)));
        Assert.Equal("stale-content", Code(Review(), Change("total", 11)));
        Assert.Equal("unknown-field", Code(Review(), Change("tax", 11)));
        Assert.Equal("changes-not-allowed", Code(Review(), Change("total", 12) with { Kind = VerdictKind.Approve }));
        Assert.Equal("changed-twice", Code(Review(), Change("total", 12) is var twice ? twice with { Changes = [twice.Changes[0], twice.Changes[0]] } : null!));
    }

    [Fact]
    public void Roles_and_groups_decide_who_may_act()
    {
        var verdict = Say(VerdictKind.Approve);

        Assert.Equal("not-a-reviewer", Code(Review(), verdict, Mara with { Roles = ["owner"] }));
        Assert.Equal("not-in-group", Code(Review(), verdict, Mara with { Groups = [] }));
        Assert.Null(Code(Review(group: null), verdict, Mara with { Groups = [] }));
        Assert.Null(Code(Review(), verdict, new Person("a", "A", ["admin"], [])));
        Assert.Equal("review-cancelled", Code(Review(state: ReviewState.Cancelled), verdict));
        Assert.Equal("stale-content", Code(Review(), verdict with { Shown = "other" }));
    }

    [Fact]
    public void A_verdict_without_lists_is_completed_with_empty_ones()
    {
        var verdict = VerdictRules.Complete(new Verdict(VerdictKind.Approve, "hash", default, default, default, default, null, null));

        Assert.True(verdict.Reasons.IsEmpty && verdict.Changes.IsEmpty && verdict.Confirmed.IsEmpty && verdict.EvidenceOpened.IsEmpty);
    }

    [Fact]
    public void An_amendment_settles_the_changed_answer_and_its_hash()
    {
        var settled = DecisionRules.FromVerdict(Proposal,
            Say(VerdictKind.Amend) with { Changes = [new FieldChange("total", FeelValue.From(12m), FeelValue.From(13m))] });

        Assert.Equal(DecisionOutcome.Amended, settled.Outcome);
        Assert.Equal(13m, settled.Answer["total"].AsNumber());
        Assert.Equal("N", settled.Answer["vendor"].AsString());
        Assert.Equal(ContentHash.OfText("""{"total":13,"vendor":"N"}"""), settled.Act);
    }

    [Fact]
    public void The_shown_hash_changes_with_any_part_of_the_content_and_with_nothing_else()
    {
        var content = Review().Content;

        Assert.Equal(content.Hash(), (content with { Why = [] }).Hash());
        Assert.Equal(64, content.Hash().Length);
        Assert.NotEqual(content.Hash(), (content with { Title = "Other" }).Hash());
        Assert.NotEqual(content.Hash(), (content with { Proposal = Proposal with { Answer = FeelValue.From(1m) } }).Hash());
        Assert.NotEqual(content.Hash(), (content with { Tier = FrictionTier.High }).Hash());
    }
}
