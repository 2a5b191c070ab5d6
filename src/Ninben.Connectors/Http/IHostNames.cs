using System.Net;

namespace Ninben.Connectors.Http;

/// <summary>Turns a host name into addresses.</summary>
public interface IHostNames
{
    /// <summary>All addresses of the host; throws <see cref="System.Net.Sockets.SocketException"/> when there are none.</summary>
    Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancellationToken);
}
