using System.Net;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

public sealed class BadInputTests(RunningDemo server) : IClassFixture<RunningDemo>
{
    private static readonly string s_good = DeskModels.Process("PT0S", 1, 1);

    public static TheoryData<string, string> Models { get; } = new()
    {
        { "an entity", """<?xml version="1.0"?>"""
            + """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""" + s_good.Replace("Invoice desk", "&e;", StringComparison.Ordinal) },
        { "nested tags", string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000)) },
        { "an unknown element", s_good.Replace("<bpmn:endEvent id=\"posted\" />", "<bpmn:endEvent id=\"posted\" /><bpmn:complexGateway id=\"odd\" />",
            StringComparison.Ordinal) },
        { "a dangling reference", s_good.Replace("targetRef=\"posted\"", "targetRef=\"nowhere\"", StringComparison.Ordinal) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Models))]
    public async Task A_faulty_process_is_refused_with_findings_and_not_deployed(string what, string xml)
    {
        using var dana = await server.Enter("dana");
        var before = (await dana.Get("/api/processes")).ToJsonString();

        var (status, body) = await dana.TryXml("/api/processes", xml);

        Assert.True(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge, $"{what}: {(int)status} {body.ToJsonString()}");
        Assert.False(string.IsNullOrEmpty((string?)body["code"]), what);
        if (status == HttpStatusCode.UnprocessableEntity) Assert.NotEmpty(body["diagnostics"]!.AsArray());
        Assert.DoesNotContain("root:", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, (await dana.Get("/api/processes")).ToJsonString());
    }

    [Fact]
    public async Task A_syntax_error_in_a_decision_is_answered_with_its_line_and_column()
    {
        using var dana = await server.Enter("dana");

        var (status, body) = await dana.TryXml("/api/decisions", DeskModels.Gate.Replace("{outcome: \"hold\",", "{outcome: if if,", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var found = body["diagnostics"]!.AsArray().First(d => (string)d!["severity"]! == "error")!;
        Assert.Equal(5, (int)found["line"]!);
        // The comma, where an expression is expected.
        Assert.Equal(28, (int)found["column"]!);
    }

    [Fact]
    public async Task An_upload_of_fifty_megabytes_is_refused_and_the_server_goes_on()
    {
        using var dana = await server.Enter("dana");

        // The server answers before it has read everything; a client that is still sending may see the connection end instead.
        var status = await Refusal(dana, new byte[50 * 1024 * 1024]);

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"found {status}");
        Assert.Equal("dana", (string)(await dana.Get("/api/session"))["user"]!["id"]!);
    }

    [Fact]
    public async Task A_text_that_claims_to_be_a_picture_is_refused()
    {
        using var dana = await server.Enter("dana");

        var (status, body) = await dana.Try("/api/documents", Person.File("This is no picture."u8.ToArray(), "image/png", "scan.png"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Equal("not-as-claimed", (string)body["code"]!);
    }

    private static async Task<HttpStatusCode?> Refusal(Person dana, byte[] bytes)
    {
        try
        {
            return (await dana.Try("/api/documents", Person.File(bytes, "image/png", "large.png"))).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
