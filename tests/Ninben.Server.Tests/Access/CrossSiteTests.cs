using System.Text;

namespace Ninben.Server.Tests.Access;

public sealed class CrossSiteTests(RunningServer server)
{
    [Fact]
    public async Task A_change_without_our_header_is_refused()
    {
        using var client = await server.SignInAs("Test builder");
        client.DefaultRequestHeaders.Remove("X-Ninben");

        using var answer = await RunningServer.Try(client, HttpMethod.Post, "/api/cases", """{"process":"ask","variables":{"title":"x","total":1}}""");

        Assert.Equal("header-missing", (string)(await RunningServer.Problem(answer, 403))["code"]!);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_change_from_another_origin_is_refused(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cases") { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
        request.Headers.Add("Origin", origin);

        using var answer = await server.Builder.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("foreign-origin", (string)(await RunningServer.Problem(answer, 403))["code"]!);
    }

    [Fact]
    public async Task Every_answer_forbids_framing_and_sniffing()
    {
        using var answer = await RunningServer.Try(server.Anonymous, HttpMethod.Get, "/healthz");

        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }
}
