using System.Net;
using Ninben.Connectors.Http;

namespace Ninben.Connectors.Tests.Http;

/// <summary>A resolver that gives one answer after the other, the last one for ever: what a rebinding name server does.</summary>
internal sealed class ScriptedNames(params IPAddress[][] answers) : IHostNames
{
    private int _asked;

    public int Asked => Volatile.Read(ref _asked);

    public Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IPAddress>>(answers[Math.Min(Interlocked.Increment(ref _asked) - 1, answers.Length - 1)]);
}
