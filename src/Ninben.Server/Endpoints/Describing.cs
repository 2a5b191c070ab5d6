using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints;

/// <summary>How an endpoint introduces itself: to the API document and to the access check.</summary>
internal static class Describing
{
    /// <summary>Name, tag, one line, and who may call it.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string tag, string summary, string rule) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary).RequireAuthorization(rule).Refuses(400, 401, 403);

    /// <summary>The same for the few that need no sign-in.</summary>
    public static RouteHandlerBuilder DescribeOpen(this RouteHandlerBuilder endpoint, string name, string tag, string summary) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary).AllowAnonymous();

    /// <summary>Statuses that come with a problem.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/problem+json"]));
        return endpoint;
    }
}
