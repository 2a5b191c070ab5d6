using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>Writes bursts to one stream the way the case runner does, with facts that a test makes up.</summary>
internal sealed class TestStream(IStoreUnderTest store, CaseId id)
{
    private ReadOnlyMemory<byte> head;

    public CaseId Id => id;

    public long Version { get; private set; }

    public static Actor Vera { get; } = new(ActorKind.Person, "vera", "Vera Lind");

    public static CaseId NewId() => new(Guid.CreateVersion7().ToString("n"));

    public static TestStream New(IStoreUnderTest store) => new(store, NewId());

    public static CaseOpened Opened(string? key = null) => new("invoice", 1, new string('a', 64), key, FeelContext.Empty.With("amount", FeelValue.From(12.5m)));

    public static ReviewOpened Review(int number, string? group = "clerks", int priority = 50, DateTimeOffset? due = null, string title = "INV-1")
    {
        var proposal = new Proposal(FeelValue.From(1m), [], null, [], [], new ProposalSource("test", "test", "1"));
        var content = new ReviewContent($"x-{number}", "Invoice", "Read", title, proposal, [new Reason("policy", "Policy asks.")], FrictionTier.Low,
            default, []);
        return new ReviewOpened(number, 1, content, new string('b', 64), group, priority, due, FrictionTier.Low, 1);
    }

    public static VerdictGiven Verdict(int review) => new(review, new Verdict(VerdictKind.Approve, new string('b', 64), [], [], [], [], null, null));

    public static ActionRequested Action(int number, DateTimeOffset sendAt) => new(number, 1, "http", FeelContext.Empty, FeelValue.From("pay"), "act", "key",
        sendAt, 1, 3, 15);

    public async Task<AppendOutcome> Append(params Fact[] facts) => await Append(null, null, facts);

    public async Task<AppendOutcome> Append(CommandKey? key, WorkLease? lease, params Fact[] facts)
    {
        var append = Build(Version, facts) with { Key = key, Lease = lease };
        var outcome = await store.Streams.Append(append, TestContext.Current.CancellationToken);
        if (outcome is AppendOutcome.Committed && facts.Length > 0)
        {
            Version += facts.Length;
            head = append.Burst.Head.ToArray();
        }

        return outcome;
    }

    public CaseAppend Build(long expected, params Fact[] facts)
    {
        var stamp = new Stamp(store.Time.GetUtcNow(), Vera, "cause");
        return new CaseAppend(id, expected, stamp, BurstSealer.Seal(id, (expected, head), stamp, [.. facts]));
    }
}
