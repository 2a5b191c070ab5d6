using System.Net;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

public sealed class BadInputTests(RunningDemo server) : IClassFixture<RunningDemo>
{
    private static readonly string s_good = DeskModels.Process("PT0S", 1, 1);

    private static readonly string s_nested =
        string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000));

    /// <summary>What is wrong with a process, the process, the diagnostic's code, text that stands in its line, and a part of its hint.</summary>
    public static TheoryData<string, string, string, string, string> Models { get; } = new()
    {
        {
            "an entity", """<?xml version="1.0"?>"""
                + """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""" + s_good.Replace("Invoice desk", "&e;", StringComparison.Ordinal),
            "xml-dtd", "<!DOCTYPE", "Remove the <!DOCTYPE ...> part."
        },
        { "nested tags", s_nested, "xml-too-deep", "<a>", "Is this the file of a process?" },
        {
            "an unknown element", s_good.Replace("<bpmn:endEvent id=\"posted\" />", "<bpmn:endEvent id=\"posted\" /><bpmn:teleportTask id=\"odd\" />",
                StringComparison.Ordinal),
            "unsupported-element", "teleportTask", "docs/bpmn.md lists what can be executed."
        },
        {
            "a dangling reference", s_good.Replace("targetRef=\"posted\"", "targetRef=\"nowhere\"", StringComparison.Ordinal),
            "dangling-reference", "nowhere", "give something the id 'nowhere'"
        },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Models))]
    public async Task A_faulty_process_is_refused_with_its_finding_and_not_deployed(string what, string xml, string code, string inLine, string hint)
    {
        using var dana = await server.Enter("dana");
        var before = (await dana.Get("/api/processes")).ToJsonString();

        var (status, body) = await dana.TryXml("/api/processes", xml);

        Assert.True(status == HttpStatusCode.UnprocessableEntity, $"{what}: {(int)status} {body.ToJsonString()}");
        Assert.Equal("model-faulty", (string?)body["code"]);
        var found = body["diagnostics"]!.AsArray().First(d => (string)d!["severity"]! == "error")!;
        Assert.Equal(code, (string?)found["code"]);
        Assert.Contains(inLine, xml.Split('\n')[(int)found["line"]! - 1], StringComparison.Ordinal);
        Assert.Contains(hint, (string?)found["hint"], StringComparison.Ordinal);
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

        var (status, body) = await dana.Try("/api/documents", Person.File(new byte[50 * 1024 * 1024], "image/png", "large.png"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("too-large", (string?)body["code"]);
        Assert.Equal(413, (int)body["status"]!);
        Assert.Contains("20 MB", (string?)body["detail"], StringComparison.Ordinal);
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
}
