using System.Collections.Concurrent;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Tests.Jobs;

/// <summary>A connector that answers by a script; null in the script means: answer when <paramref name="late"/> does, whatever the token says.</summary>
internal sealed class ScriptedReader(Func<ConnectorCall, ConnectorAnswer?> script, Task<ConnectorAnswer>? late = null, string name = "reader") : IConnector
{
    private readonly ConcurrentQueue<ConnectorCall> calls = new();
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <summary>Completes at the first call.</summary>
    public Task Called => called.Task;

    public async Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        calls.Enqueue(call);
        called.TrySetResult();
        return script(call) ?? await late!;
    }
}
