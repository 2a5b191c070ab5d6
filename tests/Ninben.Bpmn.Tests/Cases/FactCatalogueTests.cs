using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Tests.Cases;

public class FactCatalogueTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 8, 0, 0, 250, TimeSpan.Zero);
    private static readonly Stamp Stamp = new(At, new Actor(ActorKind.Person, "mara", "Mara Klein"), "c-1");
    private static readonly PolicyRef Policy = new("invoice-gate", 3, new string('b', 64));
    private static readonly FeelContext Values = People.Feel("""{total: 120.5, lines: [1, {a: null}], ok: true}""").AsContext();
    private static readonly Proposal Proposal = People.Invoice(0.5m, "120.50", new Reason("two-totals", "Two totals on the page"));

    private static readonly Fact[] Samples =
    [
        new CaseOpened("p", 1, new string('c', 64), "PO-7", Values),
        new ElementEntered(1, "read", 0, 0, null),
        new ElementEntered(2, "post", 0, 1, "f2"),
        new VariablesSet(0, Values, 1),
        new VariablesRemoved(0, ["ok"]),
        new ProposalMade(1, Proposal),
        new GateJudged(1, new GateJudgement(GateOutcome.Hold, [People.Wrong], "clerks", 70, 14_400, FrictionTier.Medium, Policy,
            [new MatchedPolicyRule("invoice-gate", 2, "r2", "too large")], Values)),
        new ReviewOpened(3, 1, new ReviewContent($"{CaseText}-3", "Invoice approval", "Read", "INV", Proposal, [People.Wrong], FrictionTier.Medium,
            People.Feel("{step: \"Post\"}"), OfferedReasons.Default),
            new string('d', 64), "clerks", 70, At.AddHours(4), FrictionTier.Medium, 1),
        new ReviewClaimed(3, "mara", "Mara Klein"),
        new ReviewReleased(3),
        new VerdictGiven(3, new Verdict(VerdictKind.Amend, new string('d', 64), [People.Wrong],
            [new FieldChange("total", People.Feel("120.5"), People.Feel("120.05"), People.Wrong,
                new EvidenceRegion(new string('a', 64), 1, 0.1m, 0.2m, 0.3m, 0.4m))], ["total"], [new string('a', 64)], "typo", 900)),
        new DecisionMade(1, DecisionOutcome.Amended, FeelValue.From(Values), new string('e', 64), new DecisionBasis("verdicts", Policy, [3]), [People.Wrong]),
        new VerdictUndone(3, 1),
        new ReviewCancelled(3, "interrupted"),
        new JobCreated(4, 1, "extraction", Values, 3, 60),
        new JobFailed(4, 1, "no route", At.AddSeconds(1)),
        new JobCompleted(4, FeelValue.From(Values)),
        new JobCancelled(4),
        new TimerSet(5, 1, "late", At.AddHours(1)),
        new TimerFired(5),
        new TimerCancelled(5),
        new ActionRequested(6, 2, "http", Values, FeelValue.From(Values), new string('e', 64), new string('k', 52), At.AddSeconds(10), 1, 5, 15),
        new ActionAttempted(6, 1),
        new ActionFailed(6, 1, "timeout", At.AddSeconds(11)),
        new ActionDone(6, FeelValue.From("ok")),
        new ActionCancelled(6, "undone"),
        new IncidentRaised(7, 2, "action-failed", "The receiver did not answer"),
        new IncidentResolved(7, "retried"),
        new SubscriptionOpened(8, 1, "paid", 1, SubscriptionKind.Message, "payment", "A-7"),
        new SubscriptionMatched(8, "message-1", FeelValue.From(Values), true),
        new SubscriptionClosed(8),
        new SubscriptionOpened(9, 1, "enough", null, SubscriptionKind.Condition, "total > 10", null),
        new ConditionLapsed(9),
        new MessageThrown(1, 10, "payment", "A-7", FeelValue.From(Values), 3600),
        new MessageSettled(10, MessageOutcome.Received, CaseText),
        new SignalSettled(11, 3, 1),
        new SignalThrown(1, 11, "alarm", FeelValue.From(Values)),
        new EscalationThrown(1, "costly", "told"),
        new ScopeInterrupted(1, "mend"),
        new CompensationStarted(2, 1),
        new CallStarted(1, "other", 2, new string('f', 64)),
        new CallRequested(12, 1, CaseText, "other", 2, new string('f', 64), 1, Values),
        new CallSettled(12),
        new CallAnswered(CaseText, 12, "late", "Too late"),
        new LoopStarted(1, 2, FeelValue.FromList([FeelValue.From(1m), FeelValue.From("b")])),
        new LoopOutput(1, FeelValue.From(Values)),
        new GatewayActivated(2, ["f2", "f3"]),
        new AdHocChosen(1, [new AdHocChoice("call", Values), new AdHocChoice("search", null)]),
        new AdHocStarted(1),
        new DecisionEvaluated(1, Policy, Values, FeelValue.From(42m), [new MatchedPolicyRule("invoice-gate", 2, null, null)], ["a note"]),
        new ErrorThrown(1, "late", "Too late", "boundary"),
        new ElementLeft(1, ["f2"]),
        new ElementReopened(1),
        new ElementCancelled(1, "terminated"),
        new OutcomeKnown(1, FeelValue.From(Values), "paid"),
        new CaseSuspended("wrong data"),
        new VariablesEdited(0, Values, "typing error"),
        new AnswerPostponed(4, FeelValue.From("ok"), Proposal, "late", "Too late"),
        new CaseResumed("repaired"),
        new TokenMoved(2, "pay", "not needed"),
        new CaseMigrated(1, 2, new string('d', 64), [new ElementMapping("post", "pay")], "better names"),
        new CaseClosed(CaseEnding.Cancelled, "withdrawn"),
    ];

    private const string CaseText = "0198f3a0b1c27d4e8f00112233445566";

    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(kind => kind.WireName)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_and_writes_its_golden_file_byte_for_byte(string name)
    {
        var file = Path.Combine(SharedMaterial.Root, "tests", "golden", "facts", name + ".json");
        var written = FactCatalogue.Write(Samples.First(fact => FactCatalogue.NameOf(fact) == name));
        if (Environment.GetEnvironmentVariable("NINBEN_ACCEPT") == "1") File.WriteAllText(file, Encoding.UTF8.GetString(written) + "\n");

        Assert.True(File.Exists(file), $"{file} is missing; NINBEN_ACCEPT=1 writes it.");
        var golden = File.ReadAllText(file).TrimEnd('\n');
        var read = FactCatalogue.Read(name, Encoding.UTF8.GetBytes(golden))!;

        Assert.Equal(golden, Encoding.UTF8.GetString(FactCatalogue.Write(read)));
        Assert.Equal(golden, Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Every_fact_type_has_a_line_a_sample_and_an_effect_or_none_on_purpose()
    {
        var types = typeof(CaseOpened).Assembly.GetTypes().Concat(typeof(ReviewOpened).Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Fact))).OrderBy(type => type.Name).ToArray();

        Assert.Equal(types, FactCatalogue.All.Select(kind => kind.Type).OrderBy(type => type.Name));
        Assert.Equal(types, Samples.Select(fact => fact.GetType()).Distinct().OrderBy(type => type.Name));
        var state = CaseState.New(new CaseId(CaseText));
        foreach (var fact in Samples) state.Apply(fact, Stamp);
        Assert.Equal(Samples.Length, state.Version);
        Assert.Equal(state.ToSnapshot(), CaseState.FromSnapshot(state.Id, state.ToSnapshot()).ToSnapshot());
    }

    [Theory]
    [InlineData("element.left.v1", """{"instance":3,"flows":[],"into":5}""")]
    [InlineData("review.opened.v1", """{"review":3,"instance":1,"content":{"review":"c-3","process":"P","step":"S","title":"T","proposal":"""
        + """{"answer":1,"fields":[],"reasons":[],"evidence":[],"source":{"connector":"c"}},"why":[],"tier":"low","effect":{},"reasons":"""
        + """[{"code":"fine","text":"Fine","verdicts":["approve","amend"]}]},"shown":"d","priority":50,"tier":"low","round":1}""")]
    public void A_member_that_came_later_is_written_as_it_was_read(string name, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(FactCatalogue.Write(FactCatalogue.Read(name, Encoding.UTF8.GetBytes(json))!)));

    [Fact]
    public void The_hash_of_content_from_before_reasons_named_verdicts_is_the_same_still()
    {
        var file = Path.Combine(SharedMaterial.Root, "tests", "golden", "facts", "review.opened.v1.json");
        var opened = (ReviewOpened)FactCatalogue.Read("review.opened.v1", File.ReadAllBytes(file))!;

        Assert.All(opened.Content.Reasons, reason => Assert.Null(reason.Verdicts));
        Assert.Equal("639e9c79a018a269cc15878514a4697f3fe0a724fa640b5e5169bb19f9cfae76", opened.Content.Hash());
    }

    [Fact]
    public void An_unknown_wire_name_is_null_and_unknown_members_are_ignored()
    {
        Assert.Null(FactCatalogue.Read("case.teleported.v1", "{}"u8));
        Assert.Equal(new TimerFired(5), FactCatalogue.Read("timer.fired.v1", """{"timer":5,"later":"x"}"""u8));
    }
}
