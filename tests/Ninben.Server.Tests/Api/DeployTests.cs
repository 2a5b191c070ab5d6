using System.Text;

namespace Ninben.Server.Tests.Api;

public sealed class DeployTests(RunningServer server)
{
    public static TheoryData<string, string> Faulty => new()
    {
        { "external entity", Models.WithEntity },
        { "nested", Models.Nested },
        { "unknown element", Models.UnknownElement },
        { "dangling flow", Models.Dangling },
        { "no xml", "hello" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_model_is_refused_with_the_line(string what, string xml)
    {
        using var content = new StringContent(xml, Encoding.UTF8, "application/xml");

        using var answer = await server.Builder.PostAsync(new Uri("/api/processes", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var problem = await RunningServer.Problem(answer, 422);
        Assert.Equal("model-faulty", (string)problem["code"]!);
        var first = problem["diagnostics"]!.AsArray().First(d => (string)d!["severity"]! == "error")!;
        Assert.True((int)first["line"]! >= 1, what);
        Assert.DoesNotContain("root:", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_same_version()
    {
        var first = await server.Deploy("/api/processes", Models.Ask);

        var second = await server.Deploy("/api/processes", Models.Ask);

        Assert.Equal((int)first["version"]!, (int)second["version"]!);
        using var xml = await server.Reviewer.GetAsync(new Uri($"/api/processes/ask/versions/{first["version"]}/xml", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.Equal(Models.Ask, await xml.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
