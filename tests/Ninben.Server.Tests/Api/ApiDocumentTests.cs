using System.Text.Json.Nodes;

namespace Ninben.Server.Tests.Api;

public sealed class ApiDocumentTests(RunningServer server)
{
    [Fact]
    public async Task Every_operation_has_a_name_a_summary_a_tag_and_its_answers()
    {
        var document = await Document();

        var names = new List<string>();
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
            {
                Assert.False(string.IsNullOrEmpty((string?)operation!["operationId"]), $"{method} {path} has no name");
                Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), $"{method} {path} has no summary");
                Assert.NotEmpty(operation["tags"]!.AsArray());
                Assert.Contains(operation["responses"]!.AsObject(), r => r.Key[0] == '2');
                if (path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/session/options")
                    Assert.Contains(operation["responses"]!.AsObject(), r => r.Key is "401" or "403");
                names.Add((string)operation["operationId"]!);
            }

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.True(names.Count >= 47, $"{names.Count} operations");
    }

    [Fact]
    public async Task Every_reference_resolves_and_every_object_says_what_is_in_it()
    {
        var document = await Document();
        var schemas = document["components"]!["schemas"]!.AsObject();

        foreach (var node in Nodes(document))
        {
            if ((string?)(node["$ref"] as JsonValue) is { } reference) Assert.True(schemas.ContainsKey(reference[(reference.LastIndexOf('/') + 1)..]),
                reference);
            if (node["type"] is JsonValue type && (string?)type == "object") Assert.True(node.ContainsKey("properties")
                || node.ContainsKey("additionalProperties"), node.ToJsonString());
        }

        Assert.Equal(["low", "medium", "high", "critical"], schemas["Tier"]!["enum"]!.AsArray().Select(w => (string)w!));
        Assert.Equal(["items", "next"], schemas["PageOfReviewRow"]!["required"]!.AsArray().Select(w => (string)w!));
        Assert.Contains("shown", schemas["ReviewDetail"]!["required"]!.AsArray().Select(w => (string)w!));
        Assert.DoesNotContain("draft", schemas["ReviewDetail"]!["required"]!.AsArray().Select(w => (string)w!));
    }

    private async Task<JsonObject> Document() => await RunningServer.Send(server.Builder, HttpMethod.Get, "/openapi/v1.json");

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Nodes(m.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Nodes),
        _ => [],
    };
}
