using System.Net;
using System.Net.Sockets;

namespace Ninben.Connectors.Http;

/// <summary>
/// Makes the only kind of HTTP handler that connectors use. The name is resolved once, every address is checked, and the connection goes
/// to a checked address: a name that resolves to something else a moment later (DNS rebinding) gains nothing.
/// </summary>
internal static class OutboundHandler
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    public static SocketsHttpHandler Create(AddressPolicy policy, IHostNames names) => new()
    {
        // A redirect would name a host that no operator configured, a proxy would hide the address, unpacking would unfold bombs.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = ConnectTimeout,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        // One connection, one request. On a kept connection a second answer that nobody asked for would be taken for the answer to the
        // next request, and one action would get the receipt of another.
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxConnectionsPerServer = 64,
        ConnectCallback = (context, cancellationToken) => Connect(context.DnsEndPoint, policy, names, cancellationToken),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint target, AddressPolicy policy, IHostNames names, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await names.Resolve(target.Host, cancellationToken);
        if (addresses.Count == 0) throw new SocketException((int)SocketError.HostNotFound);
        // One bad address among good ones is enough to refuse: which one is used would be up to chance.
        if (policy == AddressPolicy.PublicOnly && addresses.FirstOrDefault(address => !PublicAddress.Is(address)) is { } bad)
            throw new AddressRefusedException(
                $"{target.Host} leads to {bad}, which is not a public address. Set AllowPrivate for this connection if that is meant.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
