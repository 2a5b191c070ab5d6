namespace Ninben.Storage.Sqlite.Writing;

/// <summary>Any other write that shares the writer's transactions: claims, drafts, deployments, documents.</summary>
internal sealed class PlainWrite<T>(Func<WriteTurn, T> write) : WriteRequest
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override void Apply(WriteTurn turn) => result = write(turn);

    public override void Acknowledge() => answer.SetResult(result!);

    public override void Fail(Exception reason) => answer.SetException(reason);
}
