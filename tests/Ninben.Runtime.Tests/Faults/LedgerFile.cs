using System.Text;
using Ninben.Feel;
using Ninben.Oversight;
using Ninben.Runtime.Jobs;
using Ninben.Testing.Samples;

namespace Ninben.Runtime.Tests.Faults;

/// <summary>The outside world: writes every request down, flushed to disk, before it answers. One line: key, hash of the payload, item.</summary>
internal sealed class LedgerFile(string path) : IConnector
{
    private readonly Lock gate = new();

    public string Name => ExpenseSample.Ledger;

    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes($"{call.Key} {ContentHash.OfCanonical(call.Payload)} {call.Item}\n"));
            file.Flush(flushToDisk: true);
        }

        return Task.FromResult<ConnectorAnswer>(new ConnectorAnswer.Value(FeelValue.From("written")));
    }
}
