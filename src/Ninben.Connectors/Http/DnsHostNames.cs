using System.Net;

namespace Ninben.Connectors.Http;

/// <summary>Asks the operating system.</summary>
public sealed class DnsHostNames : IHostNames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
