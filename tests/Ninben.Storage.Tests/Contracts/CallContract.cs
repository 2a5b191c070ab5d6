using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store must do with calls that other cases answer.</summary>
public abstract class CallContract
{
    internal abstract IStoreUnderTest Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CallRequested Call(CaseId called) => new(2, 1, called.Value, "other", 1, new string('a', 64), 1, FeelContext.Empty);

    private static Task<IReadOnlyList<WorkItem>> Claim(IStoreUnderTest store) =>
        store.Work.Claim(new WorkClaim(WorkKind.Call, store.Time.GetUtcNow(), 10, TimeSpan.FromSeconds(5)), Token);

    private static async Task<(TestStream Caller, TestStream Called, WorkItem Claimed)> Asked(IStoreUnderTest store)
    {
        var (caller, called) = (TestStream.New(store), TestStream.New(store));
        await caller.Append(TestStream.Opened(), Call(called.Id));
        var item = Assert.Single(await Claim(store));
        await called.Append(TestStream.Opened() with { Caller = new CallingCase(caller.Id.Value, 2, 1) });
        return (caller, called, item);
    }

    [Fact]
    public async Task A_postponed_call_is_not_due_before_its_time()
    {
        await using var store = Open();
        var (_, _, item) = await Asked(store);
        Assert.IsType<CallRequested>(item.Request);

        await store.Work.Postpone(item, store.Time.GetUtcNow().AddHours(1), Token);

        Assert.Empty(await Claim(store));
        Assert.Equal(store.Time.GetUtcNow().AddHours(1), await store.Work.NextDue(WorkKind.Call, Token));
        store.Time.Advance(TimeSpan.FromHours(1));
        Assert.False(Assert.Single(await Claim(store)).Reclaimed);
    }

    [Fact]
    public async Task The_end_of_the_called_case_makes_the_call_due()
    {
        await using var store = Open();
        var (caller, called, item) = await Asked(store);
        await store.Work.Postpone(item, store.Time.GetUtcNow().AddDays(1), Token);

        await called.Append(new CallAnswered(caller.Id.Value, 2), new CaseClosed(CaseEnding.Completed, null));
        var due = Assert.Single(await Claim(store));
        await caller.Append(null, due.Lease, new JobCompleted(2, default));

        Assert.Null(await store.Work.NextDue(WorkKind.Call, Token));
    }

    [Fact]
    public async Task An_end_while_somebody_looks_takes_the_claim_away_so_that_it_is_looked_at_again()
    {
        await using var store = Open();
        var (caller, called, item) = await Asked(store);

        await called.Append(new CallAnswered(caller.Id.Value, 2), new CaseClosed(CaseEnding.Completed, null));
        await store.Work.Postpone(item, store.Time.GetUtcNow().AddDays(1), Token);

        var next = Assert.Single(await Claim(store));
        Assert.True(next.Lease.Epoch > item.Lease.Epoch);
        Assert.IsType<AppendOutcome.LeaseLost>(await caller.Append(null, item.Lease, new JobCompleted(2, default)));
    }

    [Fact]
    public async Task A_cancelled_call_is_due_until_it_is_called_off()
    {
        await using var store = Open();
        var (caller, _, item) = await Asked(store);

        await caller.Append(new JobCancelled(2));
        Assert.IsType<AppendOutcome.LeaseLost>(await caller.Append(null, item.Lease, new CallSettled(2)));
        var next = Assert.Single(await Claim(store));
        Assert.IsType<CallRequested>(next.Request);
        await caller.Append(null, next.Lease, new CallSettled(2));

        Assert.Null(await store.Work.NextDue(WorkKind.Call, Token));
    }

    [Fact]
    public async Task The_call_of_a_suspended_case_is_due_when_it_is_resumed()
    {
        await using var store = Open();
        var (caller, called, item) = await Asked(store);
        await store.Work.Postpone(item, store.Time.GetUtcNow().AddDays(1), Token);
        await caller.Append(new CaseSuspended("a look"));

        await called.Append(new CallAnswered(caller.Id.Value, 2), new CaseClosed(CaseEnding.Completed, null));
        Assert.Empty(await Claim(store));
        await caller.Append(new CaseResumed(null));

        Assert.Single(await Claim(store));
    }
}
