using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Ninben.Connectors.Http;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Connections;

/// <summary><c>GET /api/connections</c>: names and addresses; headers may hold secrets and are never shown.</summary>
internal static class ListConnections
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    internal sealed record ConnectionRow(string Name, string Address, bool Reachable, string? Error);

    internal sealed record ConnectionList(IReadOnlyList<ConnectionRow> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/connections", Handle)
        .Describe("listConnections", "connections", "The systems that actions are sent to, and whether they can be reached", AccessRule.ReadConnections);

    internal static async Task<Ok<ConnectionList>> Handle(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var connections = HttpConnection.ReadAll(configuration).Values.OrderBy(c => c.Name, StringComparer.Ordinal);
        return TypedResults.Ok(new ConnectionList(await Task.WhenAll(connections.Select(c => Look(c, cancellationToken)))));
    }

    private static async Task<ConnectionRow> Look(HttpConnection connection, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        var address = connection.BaseUrl.GetLeftPart(UriPartial.Path);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(connection.BaseUrl.DnsSafeHost, connection.BaseUrl.Port, patience.Token);
            return new ConnectionRow(connection.Name, address, Reachable: true, null);
        }
        catch (SocketException exception)
        {
            return new ConnectionRow(connection.Name, address, Reachable: false, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConnectionRow(connection.Name, address, Reachable: false, "No answer within a second.");
        }
    }
}
