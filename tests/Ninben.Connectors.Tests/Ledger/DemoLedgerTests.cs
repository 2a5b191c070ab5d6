using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ninben.Testing.Ledger;

namespace Ninben.Connectors.Tests.Ledger;

public sealed class DemoLedgerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_one_entry_for_one_key_and_remembers_it_over_a_restart()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("ninben-ledger-").FullName, "entries.jsonl");
        using var client = new HttpClient();
        await using (var ledger = await DemoLedger.Start(0, path, TimeProvider.System, Stop))
        {
            Assert.Equal(HttpStatusCode.Created, await Post(client, ledger, "invoices", "k1", """{"total":12.50}"""));
            Assert.Equal(HttpStatusCode.OK, await Post(client, ledger, "invoices", "k1", """{"total":12.50}"""));
        }

        await using (var ledger = await DemoLedger.Start(0, path, TimeProvider.System, Stop))
        {
            Assert.Equal(HttpStatusCode.OK, await Post(client, ledger, "invoices", "k1", """{"total":12.50}"""));
            Assert.Equal(HttpStatusCode.Conflict, await Post(client, ledger, "invoices", "k1", """{"total":99}"""));
            Assert.Equal(HttpStatusCode.Created, await Post(client, ledger, "refunds", "k2", """{"order":"<b>7</b>"}"""));
            Assert.Equal(["L-000001", "L-000002"], ledger.Entries.Select(entry => entry.Receipt));
            Assert.Equal(2, (await client.GetFromJsonAsync<LedgerEntry[]>(ledger.Url + "/entries", Stop))!.Length);
            Assert.Contains("&lt;b&gt;7&lt;/b&gt;", await client.GetStringAsync(new Uri(ledger.Url + "/"), Stop), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await File.ReadAllLinesAsync(path, Stop)).Length);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task Makes_one_entry_when_the_same_posting_comes_many_times_at_once()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var client = new HttpClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post(client, ledger, "expenses", "same", "{}")));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.Created));
        Assert.Equal(19, answers.Count(status => status == HttpStatusCode.OK));
        Assert.Single(ledger.Entries);
    }

    [Theory]
    [InlineData("", "{}")]
    [InlineData("k1", "not json")]
    public async Task Refuses_a_posting_without_key_or_json(string key, string body)
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var client = new HttpClient();

        Assert.Equal(HttpStatusCode.BadRequest, await Post(client, ledger, "invoices", key, body));
        Assert.Empty(ledger.Entries);
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, DemoLedger ledger, string book, string key, string body)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"{ledger.Url}/{book}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key.Length > 0) request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
