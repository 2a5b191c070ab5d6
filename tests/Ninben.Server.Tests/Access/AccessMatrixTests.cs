using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Tests.Access;

/// <summary>Every endpoint against nobody, each role, and a key with all roles. The table is written from the contract, not from the code.</summary>
public sealed partial class AccessMatrixTests(RunningServer server)
{
    // r reviewer, o owner, b builder, u auditor, a admin, k a key with every role.
    private static readonly (string Method, string Route, string Allowed)[] s_table =
    [
        ("GET", "/api/session", "robuak"),
        ("DELETE", "/api/session", "robua"),
        ("POST", "/api/people", "a"), ("GET", "/api/people", "a"), ("PUT", "/api/people/{id}", "a"),
        ("POST", "/api/keys", "a"), ("GET", "/api/keys", "a"), ("DELETE", "/api/keys/{id}", "a"),
        ("POST", "/api/processes", "bak"), ("GET", "/api/processes", "robuak"), ("GET", "/api/processes/{id}/versions", "robuak"),
        ("GET", "/api/processes/{id}/versions/{version:int}/xml", "robuak"),
        ("POST", "/api/decisions", "obak"), ("GET", "/api/decisions", "robuak"), ("GET", "/api/decisions/{id}/xml", "robuak"),
        ("POST", "/api/decisions/{id}/evaluate", "obuak"),
        ("POST", "/api/cases", "bak"), ("GET", "/api/cases", "robuak"), ("GET", "/api/cases/{id}", "robuak"),
        ("GET", "/api/cases/{id}/facts", "obuak"), ("GET", "/api/cases/{id}/export", "ouak"),
        ("POST", "/api/cases/{id}/cancel", "oak"), ("POST", "/api/cases/{id}/incidents/{number:int}/retry", "oak"), ("POST", "/api/cases/{id}/outcome", "oak"),
        ("POST", "/api/cases/{id}/suspend", "oak"), ("POST", "/api/cases/{id}/resume", "oak"), ("POST", "/api/cases/{id}/variables", "oak"),
        ("POST", "/api/cases/{id}/instances/{instance:int}/activities", "oak"),
        ("GET", "/api/cases/{id}/instances/{instance:int}/targets", "oak"), ("POST", "/api/cases/{id}/instances/{instance:int}/move", "oak"),
        ("POST", "/api/cases/{id}/migration-plan", "oak"), ("POST", "/api/cases/{id}/migrate", "oak"),
        ("POST", "/api/operations", "oak"), ("GET", "/api/operations", "oak"), ("GET", "/api/operations/{id}", "oak"),
        ("GET", "/api/operations/count", "oak"),
        ("GET", "/api/operations/{id}/refusals", "oak"), ("POST", "/api/operations/{id}/stop", "oak"),
        ("POST", "/api/messages", "obak"), ("POST", "/api/signals", "obak"),
        ("GET", "/api/reviews", "robuak"), ("GET", "/api/reviews/count", "robuak"), ("GET", "/api/reviews/{id}", "robuak"),
        ("POST", "/api/reviews/{id}/claim", "ra"), ("POST", "/api/reviews/{id}/release", "ra"), ("PUT", "/api/reviews/{id}/draft", "ra"),
        ("POST", "/api/reviews/{id}/verdict", "ra"), ("POST", "/api/reviews/{id}/undo", "ra"),
        ("POST", "/api/documents", "rbak"), ("GET", "/api/documents/{hash}", "robuak"), ("GET", "/api/documents/{hash}/pages/{page:int}", "robuak"),
        ("GET", "/api/documents/{hash}/pages/{page:int}/words", "robuak"), ("GET", "/api/documents/{hash}/content", "robuak"),
        ("GET", "/api/events", "robuak"), ("GET", "/api/facts", "ouak"), ("GET", "/api/audit/chain", "ouak"), ("POST", "/api/audit/chain", "ouak"),
        ("GET", "/api/connections", "obuak"), ("GET", "/openapi/{documentName}.json", "robuak"),
    ];

    private static readonly string[] s_open = ["GET /healthz", "GET /api/session/options", "POST /api/session", "POST /api/session/persona", "POST /api/setup"];

    [Fact]
    public void Every_endpoint_stands_in_the_table_or_among_the_open_ones()
    {
        var mapped = server.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));

        var known = s_table.Select(t => $"{t.Method} {t.Route}").Concat(s_open);

        Assert.Equal(known.Order(StringComparer.Ordinal), mapped.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_open_by_default()
    {
        foreach (var (method, route, _) in s_table)
        {
            using var answer = await RunningServer.Try(server.Anonymous, new HttpMethod(method), Fill(route), Body(method));

            await RunningServer.Problem(answer, 401);
        }

        using var unknown = await RunningServer.Try(server.Anonymous, HttpMethod.Get, "/api/nothing-here");
        await RunningServer.Problem(unknown, 401);
    }

    [Theory]
    [InlineData('r', Role.Reviewer)]
    [InlineData('o', Role.Owner)]
    [InlineData('b', Role.Builder)]
    [InlineData('u', Role.Auditor)]
    [InlineData('a', Role.Admin)]
    [InlineData('k', "key")]
    public async Task Each_party_may_do_what_the_table_says_and_nothing_else(char letter, string party)
    {
        var client = party == "key" ? server.Key : server.As(party);
        foreach (var (method, route, allowed) in s_table)
        {
            if (route == "/api/session" && method == "DELETE" && letter != 'k') continue;
            using var answer = await Send(client, method, route);

            var refused = (int)answer.StatusCode is 401 or 403;
            Assert.True(refused != allowed.Contains(letter, StringComparison.Ordinal), $"{party} {method} {route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Says_which_role_is_missing_and_who_grants_it()
    {
        using var answer = await RunningServer.Try(server.Reviewer, HttpMethod.Get, "/api/people");

        var problem = await RunningServer.Problem(answer, 403);

        Assert.Equal("role-missing", (string)problem["code"]!);
        Assert.Contains("admin", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        // A server of its own: the others are changing the shared one meanwhile.
        await using var own = new RunningServer();
        await own.InitializeAsync();
        var review = await own.OpenReview("reading");
        var id = (string)review["row"]!["id"]!;
        var before = await Everything(own);

        foreach (var (method, route, _) in s_table.Where(t => t.Method == "GET" && t.Route != "/api/events"))
        {
            var path = Fill(route).Replace(NoCase + "-1", id, StringComparison.Ordinal).Replace(NoCase, id[..32], StringComparison.Ordinal);
            using var answer = await RunningServer.Try(own.Admin, new HttpMethod(method), path);
            using var head = await RunningServer.Try(own.Admin, HttpMethod.Head, path);
        }

        Assert.Equal(before, await Everything(own));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string route)
    {
        var type = route switch { "/api/processes" or "/api/decisions" => "application/xml", "/api/documents" => "text/plain", _ => "" };
        if (method != "POST" || type.Length == 0) return await RunningServer.Try(client, new HttpMethod(method), Fill(route), Body(method));
        using var content = new StringContent("<x/>", System.Text.Encoding.UTF8, type);
        return await client.PostAsync(new Uri(route, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private const string NoCase = "00000000000000000000000000000000";

    private static async Task<string> Everything(RunningServer server)
    {
        var texts = new List<string>();
        foreach (var path in new[] { "/api/facts?limit=200", "/api/reviews?limit=200", "/api/people", "/api/keys", "/api/processes", "/api/decisions" })
            texts.Add((await RunningServer.Send(server.Admin, HttpMethod.Get, path)).ToJsonString());
        return string.Join('\n', texts);
    }

    private static string Fill(string route) => Holes().Replace(route
        .Replace("/reviews/{id}", $"/reviews/{NoCase}-1", StringComparison.Ordinal)
        .Replace("/cases/{id}", "/cases/" + NoCase, StringComparison.Ordinal)
        .Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{hash}", new string('0', 64), StringComparison.Ordinal), "1");

    private static string? Body(string method) => method is "POST" or "PUT" ? "{}" : null;

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Holes();
}
