using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store must show on the inbox and the case list.</summary>
public abstract class ViewsContract
{
    internal abstract IStoreUnderTest Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ReviewQuery Query(ReviewListing listing, string person, ImmutableArray<string>? groups, string? after = null, int limit = 50) =>
        new(listing, person, groups, null, null, null, after, limit);

    [Fact]
    public async Task Orders_the_inbox_by_due_time_then_priority_and_puts_those_without_due_time_last()
    {
        await using var store = Open();
        var now = store.Time.GetUtcNow();
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, priority: 90, title: "none"));
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, due: now.AddHours(5), title: "later"));
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, due: now.AddHours(2), title: "low"));
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, "auditors", 80, now.AddHours(2), "high"));

        var page = await store.Reviews.List(Query(ReviewListing.Open, "vera", ["clerks", "auditors"]), Token);

        Assert.Equal(["high", "low", "later", "none"], page.Items.Select(row => row.Title));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Shows_a_suspended_case_as_such_and_a_migrated_one_under_its_new_version()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), TestStream.Review(2));
        await stream.Append(new CaseSuspended("wrong data"));
        Assert.Equal("suspended", (await store.Cases.Find(stream.Id, Token))!.State);
        Assert.Single((await store.Cases.List(new CaseQuery(null, "suspended", null, null, 10), Token)).Items);
        Assert.Empty((await store.Cases.List(new CaseQuery(null, "waiting", null, null, 10), Token)).Items);

        await stream.Append(new CaseMigrated(1, 2, new string('c', 64), [], "new rules"), new CaseResumed("repaired"));

        var row = (await store.Cases.Find(stream.Id, Token))!;
        Assert.Equal(("waiting", "invoice", 2), (row.State, row.Process, row.ProcessVersion));
        Assert.Equal([(1, 0L), (2, 1L)], (await store.Cases.CountByProcess(Token)).Select(count => (count.Version, count.Open)).Order());
    }

    [Fact]
    public async Task Offers_no_review_of_a_suspended_case_and_brings_it_back_to_its_place()
    {
        await using var store = Open();
        var (first, second, third) = (TestStream.New(store), TestStream.New(store), TestStream.New(store));
        await first.Append(TestStream.Opened(), TestStream.Review(2, title: "first"));
        await second.Append(TestStream.Opened(), TestStream.Review(2, title: "second"),
            TestStream.Review(3, due: store.Time.GetUtcNow().AddMinutes(10), title: "mine"), TestStream.Review(4));
        await second.Append(new ReviewClaimed(3, "vera", "Vera Lind"));
        await second.Append(TestStream.Verdict(4));
        await third.Append(TestStream.Opened(), TestStream.Review(2, title: "third"));
        Task<Page<ReviewRow>> List(ReviewListing listing) => store.Reviews.List(Query(listing, "vera", ["clerks"]), Token);
        var open = await List(ReviewListing.Open);
        Assert.Equal(["mine", "first", "second", "third"], open.Items.Select(row => row.Title));

        await second.Append(new CaseSuspended("wrong data"));
        await second.Append(new VerdictUndone(4, 1), TestStream.Review(5, title: "late"));

        Assert.Equal(["first", "third"], (await List(ReviewListing.Open)).Items.Select(row => row.Title));
        Assert.Empty((await List(ReviewListing.Mine)).Items);
        Assert.Empty((await List(ReviewListing.AtRisk)).Items);
        Assert.Equal(2, await store.Reviews.CountOpen("vera", ["clerks"], Token));
        Assert.Equal(ReviewState.Claimed, (await store.Reviews.Find(new ItemId(second.Id, 3), Token))!.State);

        await second.Append(TestStream.Verdict(4), new ReviewCancelled(5, "not needed"));
        await second.Append(new CaseResumed("repaired"));

        Assert.Equal(open.Items, (await List(ReviewListing.Open)).Items);
        Assert.Equal("mine", Assert.Single((await List(ReviewListing.Mine)).Items).Title);
        Assert.Equal("mine", Assert.Single((await List(ReviewListing.AtRisk)).Items).Title);
        Assert.Equal(4, await store.Reviews.CountOpen("vera", ["clerks"], Token));
    }

    [Fact]
    public async Task Shows_a_person_only_what_their_groups_may_see()
    {
        await using var store = Open();
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, "clerks", title: "clerks"));
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, "legal", title: "legal"));
        await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, null, title: "everyone"));

        var clerk = await store.Reviews.List(Query(ReviewListing.Open, "vera", ["clerks"]), Token);
        var stranger = await store.Reviews.List(Query(ReviewListing.Open, "sam", []), Token);
        var owner = await store.Reviews.List(Query(ReviewListing.Open, "olga", null), Token);

        Assert.Equal(["clerks", "everyone"], clerk.Items.Select(row => row.Title).Order());
        Assert.Equal(["everyone"], stranger.Items.Select(row => row.Title));
        Assert.Equal(3, owner.Items.Count);
        Assert.Equal(2, await store.Reviews.CountOpen("vera", ["clerks"], Token));
        Assert.Equal(3, await store.Reviews.CountOpen("olga", null, Token));
    }

    [Fact]
    public async Task Pages_through_the_inbox_without_gap_or_repeat()
    {
        await using var store = Open();
        var now = store.Time.GetUtcNow();
        for (var i = 0; i < 25; i++)
        {
            await TestStream.New(store).Append(TestStream.Opened(),
                TestStream.Review(2, i % 2 == 0 ? "clerks" : null, i % 3, i % 5 == 0 ? null : now.AddMinutes(i / 4), $"{i}"));
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await store.Reviews.List(Query(ReviewListing.Open, "vera", ["clerks"], after, 4), Token);
            seen.AddRange(page.Items.Select(row => row.Title));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
    }

    [Fact]
    public async Task Follows_a_review_from_ready_to_decided_and_back()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var id = new ItemId(stream.Id, 2);
        await stream.Append(TestStream.Opened("B-1"), TestStream.Review(2));
        await stream.Append(new ReviewClaimed(2, "vera", "Vera Lind"));
        var claimed = await store.Reviews.Find(id, Token);
        var sendAt = store.Time.GetUtcNow().AddSeconds(10);
        await stream.Append(TestStream.Verdict(2), TestStream.Action(3, sendAt));
        var decided = await store.Reviews.Find(id, Token);
        await stream.Append(new VerdictUndone(2, 1), new ActionCancelled(3, "undone"));
        var back = await store.Reviews.Find(id, Token);

        Assert.Equal((ReviewState.Claimed, "vera"), (claimed!.State, claimed.Assignee));
        Assert.Equal((ReviewState.Completed, "approve", sendAt), (decided!.State, decided.DecidedAs, decided.UndoUntil));
        Assert.Equal((ReviewState.Claimed, (string?)null, (DateTimeOffset?)null), (back!.State, back.DecidedAs, back.UndoUntil));
        Assert.Equal(6, back.Version);
    }

    [Fact]
    public async Task Ends_the_time_for_undo_when_the_action_is_sent()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), TestStream.Review(2));
        await stream.Append(TestStream.Verdict(2), TestStream.Action(3, store.Time.GetUtcNow().AddSeconds(10)));

        await stream.Append(new ActionAttempted(3, 1));

        Assert.Null((await store.Reviews.Find(new ItemId(stream.Id, 2), Token))!.UndoUntil);
    }

    [Fact]
    public async Task Lists_done_reviews_newest_first_and_mine_only_mine()
    {
        await using var store = Open();
        for (var i = 0; i < 5; i++)
        {
            var stream = TestStream.New(store);
            await stream.Append(TestStream.Opened(), TestStream.Review(2, title: $"{i}"));
            await stream.Append(i == 4 ? new ReviewClaimed(2, "vera", "Vera Lind") : TestStream.Verdict(2));
            store.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await store.Reviews.List(Query(ReviewListing.Done, "vera", ["clerks"], null, 3), Token);
        var second = await store.Reviews.List(Query(ReviewListing.Done, "vera", ["clerks"], first.Next, 3), Token);
        var mine = await store.Reviews.List(Query(ReviewListing.Mine, "vera", ["clerks"]), Token);
        var others = await store.Reviews.List(Query(ReviewListing.Done, "sam", ["legal"]), Token);

        Assert.Equal(["3", "2", "1"], first.Items.Select(row => row.Title));
        Assert.Equal(["0"], second.Items.Select(row => row.Title));
        Assert.Equal(["4"], mine.Items.Select(row => row.Title));
        Assert.Empty(others.Items);
    }

    [Fact]
    public async Task Tells_how_each_case_stands_and_counts_them()
    {
        await using var store = Open();
        var waiting = TestStream.New(store);
        var troubled = TestStream.New(store);
        var closed = TestStream.New(store);
        await waiting.Append(TestStream.Opened("A-1"), TestStream.Review(2, title: "Waiting matter"));
        await troubled.Append(TestStream.Opened("B-1"), new IncidentRaised(2, 1, "job-failed", "It failed."));
        await closed.Append(TestStream.Opened("B-2"));
        await closed.Append(new CaseClosed(CaseEnding.Terminated, null));

        var all = await store.Cases.List(new CaseQuery("invoice", null, null, null, 10), Token);
        var incident = await store.Cases.List(new CaseQuery(null, "incident", null, null, 10), Token);
        var search = await store.Cases.List(new CaseQuery(null, null, "b-", null, 10), Token);
        var counts = await store.Cases.CountByProcess(Token);

        Assert.Equal(["terminated", "incident", "waiting"], all.Items.Select(row => row.State));
        Assert.Equal(troubled.Id.Value, Assert.Single(incident.Items).Id);
        Assert.Equal(["B-2", "B-1"], search.Items.Select(row => row.BusinessKey));
        Assert.Equal(new ProcessCount("invoice", 1, 2, 1, 1), Assert.Single(counts));
        Assert.Equal("Waiting matter", (await store.Cases.Find(waiting.Id, Token))!.Title);
    }

    [Fact]
    public async Task Keeps_a_draft_per_person_until_that_person_gives_the_verdict()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), TestStream.Review(2));
        var review = new ItemId(stream.Id, 2);
        await store.Drafts.Save(review, "sam", "{}"u8.ToArray(), Token);

        await store.Drafts.Save(review, "vera", "{\"a\":1}"u8.ToArray(), Token);
        await store.Drafts.Save(review, "vera", "{\"a\":2}"u8.ToArray(), Token);
        var draft = await store.Drafts.Find(review, "vera", Token);
        await stream.Append(TestStream.Verdict(2));

        Assert.Equal("{\"a\":2}"u8.ToArray(), draft!.Json.ToArray());
        Assert.NotNull(await store.Drafts.Find(review, "sam", Token));
        Assert.Null(await store.Drafts.Find(review, "vera", Token));
    }
}
