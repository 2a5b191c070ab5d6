using Ninben.Bpmn.Cases.Facts;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store must do with streams.</summary>
public abstract class StreamsContract
{
    internal abstract IStoreUnderTest Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_back_what_was_appended()
    {
        await using var store = Open();
        var stream = TestStream.New(store);

        await stream.Append(TestStream.Opened("B-7"), new ElementEntered(1, "start", 0, 0, null));
        await stream.Append(new ElementLeft(1, ["f1"]));
        var loaded = await store.Streams.Load(stream.Id, Token);

        Assert.NotNull(loaded);
        Assert.Equal(3, loaded.Version);
        Assert.Equal(["case.opened.v1", "element.entered.v1", "element.left.v1"], loaded.Facts.Select(fact => fact.Type));
        Assert.Equal([1L, 2L, 3L], loaded.Facts.Select(fact => fact.Sequence));
        Assert.Equal("""{"instance":1,"flows":["f1"]}"""u8.ToArray(), loaded.Facts[2].Body.ToArray());
        Assert.Equal(TestStream.Vera, loaded.Facts[0].By);
    }

    [Fact]
    public async Task Knows_no_case_that_was_never_opened()
    {
        await using var store = Open();

        Assert.Null(await store.Streams.Load(TestStream.NewId(), Token));
    }

    [Fact]
    public async Task Refuses_an_append_to_a_version_that_has_passed()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened());
        await stream.Append(new ElementEntered(1, "start", 0, 0, null));

        var stale = await store.Streams.Append(stream.Build(1, new ElementLeft(1, [])), Token);
        var again = await store.Streams.Append(stream.Build(0, TestStream.Opened()), Token);

        Assert.IsType<AppendOutcome.Conflict>(stale);
        Assert.IsType<AppendOutcome.Conflict>(again);
        Assert.Equal(2, (await store.Streams.Load(stream.Id, Token))!.Version);
    }

    [Fact]
    public async Task Answers_a_repeated_key_with_the_first_answer_and_writes_nothing()
    {
        await using var store = Open();
        var first = TestStream.New(store);
        var second = TestStream.New(store);
        await first.Append(new CommandKey("order-1", "body"), null, TestStream.Opened());

        var same = await second.Append(new CommandKey("order-1", "body"), null, TestStream.Opened());
        var other = await second.Append(new CommandKey("order-1", "other"), null, TestStream.Opened());

        Assert.Equal(new RecordedCommand(first.Id, 1, SameBody: true), Assert.IsType<AppendOutcome.KeyTaken>(same).Command);
        Assert.False(Assert.IsType<AppendOutcome.KeyTaken>(other).Command.SameBody);
        Assert.Null(await store.Streams.Load(second.Id, Token));
        Assert.Equal(new RecordedCommand(first.Id, 1, SameBody: true), await store.Streams.FindCommand(new CommandKey("order-1", "body"), Token));
    }

    [Fact]
    public async Task Loads_from_the_snapshot_on_and_keeps_the_chain()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), new ElementEntered(1, "start", 0, 0, null));
        var append = stream.Build(2, new ElementLeft(1, ["f"])) with { Snapshot = "{}"u8.ToArray() };
        await store.Streams.Append(append, Token);

        var loaded = await store.Streams.Load(stream.Id, Token);

        Assert.Equal(3, loaded!.Snapshot!.Version);
        Assert.Empty(loaded.Facts);
        Assert.Equal(3, loaded.Version);
        Assert.Equal(append.Burst.Head.ToArray(), loaded.Head.ToArray());
    }

    [Fact]
    public async Task Keeps_appends_that_arrive_together_apart()
    {
        await using var store = Open();
        var streams = Enumerable.Range(0, 200).Select(_ => TestStream.New(store)).ToList();

        var opened = await Task.WhenAll(streams.Select(stream => stream.Append(TestStream.Opened())));
        var entered = await Task.WhenAll(streams.Select(stream => stream.Append(new ElementEntered(1, "start", 0, 0, null))));

        Assert.All(opened.Concat(entered), outcome => Assert.IsType<AppendOutcome.Committed>(outcome));
        Assert.Equal(400, await store.Facts.Head(Token));
        foreach (var stream in streams) Assert.Equal(2, (await store.Streams.Load(stream.Id, Token))!.Version);
    }

    [Fact]
    public async Task Pages_through_facts_newest_first_and_filters_by_type_prefix()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), new ElementEntered(1, "a", 0, 0, null), new ElementLeft(1, []), new ElementEntered(2, "b", 0, 1, null));

        var first = await store.Facts.Query(new FactQuery(null, null, "element.", null, null, null, 2), Token);
        var second = await store.Facts.Query(new FactQuery(null, null, "element.", null, null, first.Next, 2), Token);
        var byOther = await store.Facts.Query(new FactQuery(stream.Id.Value, "nobody", null, null, null, null, 10), Token);
        var missed = await store.Facts.After(2, 10, Token);

        Assert.Equal([4L, 3L], first.Items.Select(fact => fact.Sequence));
        Assert.Equal([2L], second.Items.Select(fact => fact.Sequence));
        Assert.Empty(byOther.Items);
        Assert.Equal([3L, 4L], missed.Select(fact => fact.Position));
    }

    [Fact]
    public async Task Wakes_those_who_wait_for_commits()
    {
        await using var store = Open();
        var stream = TestStream.New(store);
        var waiting = store.Feed.WaitBeyond(0, Token);
        Assert.False(waiting.IsCompleted);

        await stream.Append(TestStream.Opened());

        Assert.Equal(1, await waiting.WaitAsync(TimeSpan.FromSeconds(10), Token));
    }
}
