using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ninben.Server.Endpoints.Health;

/// <summary><c>GET /healthz</c>: says that the process answers, and nothing more.</summary>
internal static class GetHealth
{
    internal sealed record Health(string Status);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/healthz", Handle).DescribeOpen("getHealth", "health", "Whether the server answers");

    internal static Ok<Health> Handle() => TypedResults.Ok(new Health("ok"));
}
