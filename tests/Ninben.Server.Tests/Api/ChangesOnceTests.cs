using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Server.Requests;

namespace Ninben.Server.Tests.Api;

public sealed class ChangesOnceTests(RunningServer server)
{
    /// <summary>Changes that ignore <c>Idempotency-Key</c>, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_without = new()
    {
        ["POST /api/documents"] = "the same bytes are the same document",
        ["POST /api/processes"] = "the same bytes are the same version",
        ["POST /api/decisions"] = "the same bytes are the same version",
        ["PUT /api/reviews/{id}/draft"] = "the last draft stands, however often it is sent",
        ["POST /api/decisions/{id}/evaluate"] = "nothing is recorded",
        ["POST /api/cases/{id}/migration-plan"] = "a dry run: nothing is recorded",
        ["POST /api/operations/{id}/stop"] = "stopped is stopped",
        ["POST /api/audit/chain"] = "reads only; asked for twice it is checked once more",
        ["POST /api/session"] = "nobody is signed in whose key it could be, and an answer with a session is never kept",
        ["POST /api/session/persona"] = "as signing in",
        ["DELETE /api/session"] = "signed out is signed out",
        ["POST /api/setup"] = "the link works once by itself",
    };

    [Fact]
    public void Every_change_takes_an_idempotency_key_or_says_why_not()
    {
        var changes = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(method => method is not ("GET" or "HEAD"))
                .Select(method => (Name: $"{method} {endpoint.RoutePattern.RawText}", TakesKey: TakesKey(endpoint)))).ToList();

        Assert.True(changes.Count > 20, "The endpoints were not found.");
        Assert.Equal(s_without.Keys.Order(StringComparer.Ordinal), changes.Where(change => !change.TakesKey).Select(change => change.Name)
            .Order(StringComparer.Ordinal));
    }

    private static bool TakesKey(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters().Any(parameter => parameter.ParameterType == typeof(RequestKey));
}
