using System.Collections.Concurrent;
using Ninben.Feel;
using Ninben.Runtime.Jobs;

namespace Ninben.Testing;

/// <summary>A connector that answers at once and remembers what it was called with, in order.</summary>
public sealed class RecordingConnector(string name, Func<ConnectorCall, ConnectorAnswer>? answer = null) : IConnector
{
    private readonly ConcurrentQueue<ConnectorCall> calls = new();

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>Calls so far.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <inheritdoc/>
    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        calls.Enqueue(call);
        return Task.FromResult(answer?.Invoke(call) ?? new ConnectorAnswer.Value(FeelValue.From("recorded")));
    }
}
