namespace Ninben.Server.Tests.Live;

public sealed class EventTests(RunningServer server)
{
    [Fact]
    public async Task A_reconnect_gets_what_it_missed_without_a_gap()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var before = await LastPosition();
        var review = await server.OpenReview("live");
        var caseId = (string)review["row"]!["case"]!;
        var expected = (await RunningServer.Send(server.Admin, HttpMethod.Get, $"/api/cases/{caseId}/facts"))["items"]!.AsArray()
            .Select(f => (long)f!["position"]!).ToList();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Add("Last-Event-ID", before.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await server.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var seen = new List<long>();
        while (!expected.All(seen.Contains))
        {
            var line = await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            if (line!.StartsWith("id: ", StringComparison.Ordinal)) seen.Add(long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(before, seen[0]);
        Assert.Equal(seen.Skip(1).Order(), seen.Skip(1));
    }

    [Fact]
    public async Task A_reviewer_is_told_of_reviews_and_not_of_every_step()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var before = await LastPosition();
        var review = await server.OpenReview("for reviewers");

        using var answer = await server.Reviewer.GetAsync(new Uri($"/api/events?after={before}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var lines = new List<string>();
        while (!lines.Any(l => l.Contains((string)review["row"]!["id"]!, StringComparison.Ordinal)))
            lines.Add((await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), cancellationToken))!);

        Assert.DoesNotContain(lines, l => l.Contains("element.", StringComparison.Ordinal));
    }

    private async Task<long> LastPosition()
    {
        var page = await RunningServer.Send(server.Admin, HttpMethod.Get, "/api/facts?limit=1");
        return page["items"]!.AsArray() is [{ } newest, ..] ? (long)newest["position"]! : 0;
    }
}
