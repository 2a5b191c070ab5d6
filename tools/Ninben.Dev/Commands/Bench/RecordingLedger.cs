using System.Collections.Concurrent;
using Ninben.Feel;
using Ninben.Runtime.Jobs;
using Ninben.Testing.Samples;

namespace Ninben.Dev.Commands.Bench;

/// <summary>The world of the bench: remembers keys in memory and answers at once.</summary>
internal sealed class RecordingLedger : IConnector
{
    private static readonly Task<ConnectorAnswer> Done = Task.FromResult<ConnectorAnswer>(new ConnectorAnswer.Value(FeelValue.From("recorded")));
    private readonly ConcurrentDictionary<string, int> keys = new(StringComparer.Ordinal);

    public string Name => ExpenseSample.Ledger;

    /// <summary>Different actions received.</summary>
    public int Count => keys.Count;

    /// <summary>How often the most repeated action arrived; 0 before the first.</summary>
    public int Most => keys.Values.DefaultIfEmpty().Max();

    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        keys.AddOrUpdate(call.Key!, 1, (_, times) => times + 1);
        return Done;
    }
}
