using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store must do with work rows.</summary>
public abstract class WorkContract
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    internal abstract IStoreUnderTest Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JobCreated Job(int number) => new(number, 1, "extraction", FeelContext.Empty, 3, 60);

    private static Task<IReadOnlyList<WorkItem>> Claim(IStoreUnderTest store, WorkKind kind, int limit = 10) =>
        store.Work.Claim(new WorkClaim(kind, store.Time.GetUtcNow(), limit, Margin), Token);

    private static WorkItem Item(TestStream stream, WorkLease lease, DateTimeOffset until) =>
        new(new ItemId(stream.Id, lease.Number), WorkKind.Job, lease, until, Reclaimed: false, null);

    [Fact]
    public async Task Gives_each_job_to_one_claimer()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2), Job(3), Job(4));

        var first = await Claim(store, WorkKind.Job, 2);
        var second = await Claim(store, WorkKind.Job);
        var third = await Claim(store, WorkKind.Job);

        Assert.Equal(2, first.Count);
        Assert.Single(second);
        Assert.Empty(third);
        Assert.Equal("extraction", Assert.IsType<JobCreated>(first[0].Request).Connector);
        Assert.False(first[0].Reclaimed);
    }

    [Fact]
    public async Task Gives_a_job_to_somebody_else_when_its_lease_ran_out_and_refuses_the_late_answer()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2));
        var slow = Assert.Single(await Claim(store, WorkKind.Job));

        store.Time.Advance(TimeSpan.FromSeconds(64));
        Assert.Empty(await Claim(store, WorkKind.Job));
        store.Time.Advance(TimeSpan.FromSeconds(1));
        var next = Assert.Single(await Claim(store, WorkKind.Job));
        var late = await stream.Append(null, slow.Lease, new JobCompleted(2, FeelValue.From(1m)));
        var good = await stream.Append(null, next.Lease, new JobCompleted(2, FeelValue.From(2m)));

        Assert.True(next.Reclaimed);
        Assert.True(next.Lease.Epoch > slow.Lease.Epoch);
        Assert.IsType<AppendOutcome.LeaseLost>(late);
        Assert.IsType<AppendOutcome.Committed>(good);
        Assert.Null(await store.Work.NextDue(WorkKind.Job, Token));
    }

    [Fact]
    public async Task Leases_work_that_starts_with_its_request_and_gives_it_to_somebody_else_when_nothing_came_of_it()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var until = store.Time.GetUtcNow().AddSeconds(20);
        var lease = new WorkLease(2, WorkLease.Unclaimed(2) + 1);
        var append = stream.Build(0, TestStream.Opened(), Job(2));
        await store.Streams.Append(append with { Starting = [Item(stream, lease, until)] }, Token);

        Assert.Empty(await Claim(store, WorkKind.Job));
        Assert.Equal(until, await store.Work.NextDue(WorkKind.Job, Token));
        store.Time.Advance(TimeSpan.FromSeconds(20));
        var next = Assert.Single(await Claim(store, WorkKind.Job));

        Assert.True(next.Reclaimed);
        Assert.True(next.Lease.Epoch > lease.Epoch);
    }

    [Fact]
    public async Task Takes_the_answer_of_work_that_started_with_its_request()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var lease = new WorkLease(2, WorkLease.Unclaimed(2) + 1);
        var append = stream.Build(0, TestStream.Opened(), Job(2));
        await store.Streams.Append(append with { Starting = [Item(stream, lease, store.Time.GetUtcNow().AddSeconds(20))] }, Token);

        var answer = stream.Build(2, new JobCompleted(2, FeelValue.From(1m))) with { Lease = lease };

        Assert.IsType<AppendOutcome.Committed>(await store.Streams.Append(answer, Token));
        Assert.Null(await store.Work.NextDue(WorkKind.Job, Token));
    }

    [Fact]
    public async Task Writes_the_burst_that_goes_with_another_or_neither()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var first = stream.Build(0, TestStream.Opened(), TestStream.Action(2, store.Time.GetUtcNow()));
        var second = stream.Build(2, new ActionAttempted(2, 1));

        var both = await store.Streams.Append(first with { Then = second }, Token);
        var again = await store.Streams.Append(first with { Then = second }, Token);

        Assert.IsType<AppendOutcome.Committed>(both);
        Assert.IsType<AppendOutcome.Conflict>(again);
        Assert.Equal(3, (await store.Streams.Load(stream.Id, Token))!.Version);
    }

    [Fact]
    public async Task Gives_out_no_work_of_a_suspended_case_and_all_of_it_when_the_case_is_resumed()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2), new TimerSet(3, 1, "late", store.Time.GetUtcNow().AddMinutes(1)));
        await stream.Append(new CaseSuspended("wrong data"));
        await stream.Append(new TimerSet(4, 1, "later", store.Time.GetUtcNow().AddMinutes(2)));

        store.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(await Claim(store, WorkKind.Job));
        Assert.Empty(await Claim(store, WorkKind.Timer));
        Assert.Null(await store.Work.NextDue(WorkKind.Timer, Token));

        await stream.Append(new CaseResumed("repaired"), Job(5));
        Assert.Equal([2, 5], (await Claim(store, WorkKind.Job)).Select(item => item.Id.Number).Order());
        Assert.Equal([3, 4], (await Claim(store, WorkKind.Timer)).Select(item => item.Id.Number).Order());
    }

    [Fact]
    public async Task Takes_the_answer_of_an_attempt_that_ran_when_its_case_was_suspended()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2), Job(3));
        var running = await Claim(store, WorkKind.Job);
        await stream.Append(new CaseSuspended("wrong data"));
        store.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(await Claim(store, WorkKind.Job));
        var lease = running.Single(item => item.Id.Number == 2).Lease;
        Assert.IsType<AppendOutcome.Committed>(await stream.Append(null, lease, new JobCompleted(2, FeelValue.From(1m))));

        await stream.Append(new CaseResumed("repaired"));
        var again = Assert.Single(await Claim(store, WorkKind.Job));
        Assert.Equal(3, again.Id.Number);
        Assert.True(again.Reclaimed);
    }

    [Fact]
    public async Task Waits_for_the_retry_time_of_a_failed_attempt()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2));
        var item = Assert.Single(await Claim(store, WorkKind.Job));

        var retryAt = store.Time.GetUtcNow().AddSeconds(2);
        await stream.Append(null, item.Lease, new JobFailed(2, 1, "down", retryAt));

        Assert.Equal(retryAt, await store.Work.NextDue(WorkKind.Job, Token));
        Assert.Empty(await Claim(store, WorkKind.Job));
        store.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(Assert.Single(await Claim(store, WorkKind.Job)).Reclaimed);
    }

    [Fact]
    public async Task Has_no_work_left_after_the_last_attempt_failed_or_the_work_was_cancelled()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2), Job(3), TestStream.Action(4, store.Time.GetUtcNow()));
        await stream.Append(new JobFailed(2, 3, "down", null), new JobCancelled(3), new ActionCancelled(4, "undone"));

        Assert.Empty(await Claim(store, WorkKind.Job));
        Assert.Empty(await Claim(store, WorkKind.Action));
    }

    [Fact]
    public async Task Gives_timers_and_actions_when_they_are_due_and_not_before()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var due = store.Time.GetUtcNow().AddMilliseconds(10_000);
        await stream.Append(TestStream.Opened(), new TimerSet(2, 1, "t", due), TestStream.Action(3, due));

        store.Time.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.Empty(await Claim(store, WorkKind.Timer));
        Assert.Empty(await Claim(store, WorkKind.Action));
        store.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, Assert.Single(await Claim(store, WorkKind.Timer)).Id.Number);
        Assert.Equal(3, Assert.Single(await Claim(store, WorkKind.Action)).Id.Number);
    }

    [Fact]
    public async Task Takes_a_claim_back_that_was_not_used()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), Job(2));
        var item = Assert.Single(await Claim(store, WorkKind.Job));

        await store.Work.Release(item, Token);

        Assert.False(Assert.Single(await Claim(store, WorkKind.Job)).Reclaimed);
        Assert.IsType<AppendOutcome.LeaseLost>(await stream.Append(null, item.Lease, new JobCompleted(2, default)));
    }

    [Fact]
    public async Task Wakes_a_worker_when_work_appears()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        Assert.Empty(await Claim(store, WorkKind.Job));
        var sleep = store.Work.Wait(WorkKind.Job, TimeSpan.FromHours(1), Token);
        Assert.False(sleep.IsCompleted);

        await stream.Append(TestStream.Opened(), Job(2));

        await sleep.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }
}
