using Ninben.Oversight.Subjects;
using Ninben.Runtime.Operations;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store must do with operations on many cases.</summary>
public abstract class OperationsContract
{
    internal abstract IStoreUnderTest Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Operation Order(IStoreUnderTest store, string id, int total) => new(id, new OperationOrder(OperationKind.Migrate, "new rules", null, 2,
        [new("old", "new")]), TestStream.Vera, store.Time.GetUtcNow(), null, OperationState.Running, total, 0, 0);

    private static OperationCase Done(OperationCase one, string? code = null) => one with { IsDone = true, Code = code, Message = code };

    [Fact]
    public async Task Keeps_who_ordered_what_and_hands_the_cases_out_in_their_order()
    {
        await using var store = Open();
        CaseId[] cases = [TestStream.NewId(), TestStream.NewId(), TestStream.NewId()];
        await store.Operations.Add(Order(store, "op", 3), cases, Token);
        await store.Operations.Add(Order(store, "op", 3) with { By = Actor.Engine }, [], Token);

        var running = (await store.Operations.NextRunning(Token))!;
        Assert.Equal((TestStream.Vera, "new rules", 2, "new"), (running.By, running.Order.Reason, running.Order.Version, running.Order.Mapping![0].To));
        Assert.Equal(cases[..2].Select(id => id.Value), (await store.Operations.Next("op", 2, Token)).Select(one => one.Case));
    }

    [Fact]
    public async Task Counts_what_was_done_and_refused_and_is_finished_with_the_last_case()
    {
        await using var store = Open();
        await store.Operations.Add(Order(store, "op", 3), [TestStream.NewId(), TestStream.NewId(), TestStream.NewId()], Token);

        var first = await store.Operations.Next("op", 2, Token);
        await store.Operations.Record("op", [Done(first[0]), Done(first[1], "case-closed")], Token);
        var between = (await store.Operations.Find("op", Token))!;
        await store.Operations.Record("op", [Done((await store.Operations.Next("op", 2, Token)).Single(), "case-closed")], Token);
        var after = (await store.Operations.Find("op", Token))!;

        Assert.Equal((OperationState.Running, 1, 1), (between.State, between.Done, between.Refused));
        Assert.Equal((OperationState.Finished, 1, 2, store.Time.GetUtcNow()), (after.State, after.Done, after.Refused, after.FinishedAt!.Value));
        Assert.Null(await store.Operations.NextRunning(Token));
        var page = await store.Operations.Refusals("op", null, 1, Token);
        Assert.Equal(2, Assert.Single(page.Items).Number);
        Assert.Equal(3, Assert.Single((await store.Operations.Refusals("op", page.Next, 1, Token)).Items).Number);
    }

    [Fact]
    public async Task Hands_out_nothing_more_of_an_operation_that_was_stopped()
    {
        await using var store = Open();
        await store.Operations.Add(Order(store, "op", 1), [TestStream.NewId()], Token);

        Assert.True(await store.Operations.Stop("op", Token));
        Assert.False(await store.Operations.Stop("op", Token));

        Assert.Null(await store.Operations.NextRunning(Token));
        Assert.Equal(OperationState.Stopped, Assert.Single(await store.Operations.List(Token)).State);
    }
}
