using System.Collections.Immutable;
using System.Net;
using System.Text;
using Ninben.Connectors.Http;
using Ninben.Feel;
using Ninben.Runtime.Jobs;
using Ninben.Testing.Ledger;

namespace Ninben.Connectors.Tests.Http;

public sealed class HttpConnectorTests
{
    private static readonly FeelValue Payload = FeelJson.Parse("""{"number":"INV-1","total":12.5}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_the_payload_with_its_key_and_gives_back_the_receipt()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var connector = Connector(ledger.Url);

        var answer = await connector.Perform(Call("key-1", "/invoices"), Stop);

        var output = Assert.IsType<ConnectorAnswer.Value>(answer).Output;
        Assert.Equal((201m, "L-000001"), (output["status"].AsNumber(), output["body"]["receipt"].AsString()));
        var entry = Assert.Single(ledger.Entries);
        Assert.Equal(("key-1", """{"number":"INV-1","total":12.5}"""), (entry.Key, entry.Body.GetRawText()));
    }

    [Fact]
    public async Task Makes_one_entry_when_the_first_answer_got_lost()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var connector = Connector(ledger.Url);
        ledger.Misbehave(LedgerFault.DropAfterRecording, 1);

        var lost = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/invoices"), Stop));
        var answer = await connector.Perform(Call("key-1", "/invoices"), Stop);

        Assert.True(lost.Retryable);
        Assert.Equal("L-000001", ((ConnectorAnswer.Value)answer).Output["body"]["receipt"].AsString());
        Assert.Single(ledger.Entries);
        Assert.Equal(2, ledger.Requests);
    }

    [Fact]
    public async Task Tries_again_after_500_and_not_after_409()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var connector = Connector(ledger.Url);
        ledger.Misbehave(LedgerFault.ServerError, 1);

        var broken = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/invoices"), Stop));
        await connector.Perform(Call("key-1", "/invoices"), Stop);
        var reused = await Assert.ThrowsAsync<ConnectorException>(() =>
            connector.Perform(Call("key-1", "/invoices") with { Payload = FeelValue.From("other") }, Stop));

        Assert.True(broken.Retryable);
        Assert.StartsWith("ledger answered 500 Internal Server Error", broken.Message, StringComparison.Ordinal);
        Assert.False(reused.Retryable);
        Assert.Contains("key-reused", reused.Message, StringComparison.Ordinal);
        Assert.Single(ledger.Entries);
    }

    [Fact]
    public async Task Is_not_confused_by_a_second_answer_that_nobody_asked_for()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var connector = Connector(ledger.Url);
        ledger.Misbehave(LedgerFault.AnswerTwice, 1);

        var first = await connector.Perform(Call("key-1", "/invoices"), Stop);
        var second = await connector.Perform(Call("key-2", "/invoices"), Stop);

        Assert.Equal("L-000001", ((ConnectorAnswer.Value)first).Output["body"]["receipt"].AsString());
        Assert.Equal("L-000002", ((ConnectorAnswer.Value)second).Output["body"]["receipt"].AsString());
    }

    [Fact]
    public async Task Gives_up_on_a_receiver_that_hangs()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        using var connector = Connector(ledger.Url, TimeSpan.FromMilliseconds(300));
        ledger.Misbehave(LedgerFault.Hang, 1);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/invoices"), Stop));

        Assert.True(fault.Retryable);
        Assert.StartsWith("ledger did not answer within", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cuts_off_a_body_that_comes_one_byte_at_a_time()
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), token);
            await stream.WriteAsync("x"u8.ToArray(), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var connector = Connector(server.Url, TimeSpan.FromMilliseconds(300));

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));

        Assert.StartsWith("ledger did not answer within", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
    public async Task Cuts_off_a_body_over_one_megabyte(string head)
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
            for (var i = 0; i < 64; i++) await stream.WriteAsync(new byte[64 * 1024], token);
        });
        using var connector = Connector(server.Url);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));

        Assert.Equal("The answer is longer than 1024 KB and was cut off.", fault.Message);
    }

    [Fact]
    public async Task Does_not_follow_redirects()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        await using var server = RawServer.Saying($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {ledger.Url}/invoices\r\nContent-Length: 0\r\n\r\n");
        using var connector = Connector(server.Url);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/invoices"), Stop));

        Assert.False(fault.Retryable);
        Assert.Equal(0, ledger.Requests);
    }

    [Fact]
    public async Task Counts_a_conflict_as_done_only_when_it_names_this_very_key()
    {
        await using var same = RawServer.Saying(Json(409, """{"code":"already-done","idempotencyKey":"key-1"}"""));
        await using var other = RawServer.Saying(Json(409, """{"code":"already-done","idempotencyKey":"key-9"}"""));
        using var done = Connector(same.Url);
        using var notDone = Connector(other.Url);

        Assert.IsType<ConnectorAnswer.Value>(await done.Perform(Call("key-1", "/"), Stop));
        var fault = await Assert.ThrowsAsync<ConnectorException>(() => notDone.Perform(Call("key-1", "/"), Stop));
        Assert.False(fault.Retryable);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(422, false)]
    [InlineData(408, true)]
    [InlineData(425, true)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    public async Task Knows_which_answers_may_get_better(int status, bool retryable)
    {
        await using var server = RawServer.Saying(Json(status, "{}"));
        using var connector = Connector(server.Url);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));

        Assert.Equal(retryable, fault.Retryable);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    public async Task Refuses_private_addresses_in_every_spelling(string host)
    {
        await using var server = RawServer.Saying(Json(200, "{}"));
        using var connector = new HttpConnector(Connections($"http://{host}:{server.Port}", AddressPolicy.PublicOnly, TimeSpan.FromSeconds(10)),
            new DnsHostNames(), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));

        Assert.False(fault.Retryable);
        Assert.Contains("not a public address", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Refuses_a_name_that_leads_to_a_private_address_now_or_among_others()
    {
        await using var server = RawServer.Saying(Json(200, "{}"));
        var rebinding = new ScriptedNames([IPAddress.Loopback], [IPAddress.Parse("1.1.1.1")]);
        var mixed = new ScriptedNames([IPAddress.Parse("1.1.1.1"), IPAddress.Parse("169.254.169.254")]);

        foreach (var names in new[] { rebinding, mixed })
        {
            using var connector = new HttpConnector(Connections($"http://ledger.example:{server.Port}", AddressPolicy.PublicOnly,
                TimeSpan.FromSeconds(10)), names, TimeProvider.System);
            var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));
            Assert.False(fault.Retryable);
            Assert.Equal(1, names.Asked);
        }

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Connects_to_the_address_that_was_checked_and_asks_the_name_once()
    {
        await using var ledger = await DemoLedger.Start(0, null, TimeProvider.System, Stop);
        var names = new ScriptedNames([IPAddress.Loopback], [IPAddress.Parse("192.0.2.1")]);
        using var connector = new HttpConnector(Connections($"http://ledger.example:{new Uri(ledger.Url).Port}", AddressPolicy.AllowPrivate,
            TimeSpan.FromSeconds(10)), names, TimeProvider.System);

        await connector.Perform(Call("key-1", "/invoices"), Stop);

        Assert.Equal(1, names.Asked);
        Assert.Single(ledger.Entries);
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/../admin")]
    [InlineData("/%2e%2e/admin")]
    [InlineData("/a\\b")]
    [InlineData("/a b")]
    [InlineData("/a\r\nHost: evil")]
    [InlineData("@evil.example/")]
    public async Task Keeps_the_path_below_the_connection(string path)
    {
        using var connector = Connector("http://127.0.0.1:9");

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", path), Stop));

        Assert.False(fault.Retryable);
        Assert.StartsWith("The path", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_only_headers_that_the_operator_allows()
    {
        using var connector = Connector("http://127.0.0.1:9");
        foreach (var header in new[] { "Authorization", "Idempotency-Key", "Host", "X-Secret" })
        {
            var call = Call("key-1", "/");
            call = call with { Input = call.Input.With("headers", FeelValue.From(FeelContext.Empty.With(header, FeelValue.From("x")))) };
            var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(call, Stop));
            Assert.Contains("may not set the header", fault.Message, StringComparison.Ordinal);
        }

        var broken = Call("key-1", "/");
        broken = broken with { Input = broken.Input.With("headers", FeelValue.From(FeelContext.Empty.With("X-Case", FeelValue.From("a\r\nX-Evil: b")))) };
        Assert.Contains("one line", (await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(broken, Stop))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connection", "other", "There is no connection 'other'. The operator sets it as Connections:other:BaseUrl.")]
    [InlineData("method", "DELETE", "The method must be POST, PUT or PATCH, found 'DELETE'.")]
    public async Task Names_the_input_that_is_wrong(string input, string value, string message)
    {
        using var connector = Connector("http://127.0.0.1:9");
        var call = Call("key-1", "/");

        var fault = await Assert.ThrowsAsync<ConnectorException>(() =>
            connector.Perform(call with { Input = call.Input.With(input, FeelValue.From(value)) }, Stop));

        Assert.Equal((message, false), (fault.Message, fault.Retryable));
    }

    [Fact]
    public async Task Says_when_nobody_listens()
    {
        int port;
        await using (var server = RawServer.Saying("")) port = server.Port;
        using var connector = Connector($"http://127.0.0.1:{port}");

        var fault = await Assert.ThrowsAsync<ConnectorException>(() => connector.Perform(Call("key-1", "/"), Stop));

        Assert.True(fault.Retryable);
        Assert.Equal($"ledger refuses connections: is it running at 127.0.0.1:{port}?", fault.Message);
    }

    private static string Json(int status, string body) =>
        $"HTTP/1.1 {status} Some\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    private static ConnectorCall Call(string key, string path) => new("c-1", "p", "post", 1,
        FeelContext.Empty.With("connection", FeelValue.From("ledger")).With("path", FeelValue.From(path)).With("method", FeelValue.From("POST")), Payload, key);

    private static HttpConnector Connector(string url) => Connector(url, TimeSpan.FromSeconds(20));

    private static HttpConnector Connector(string url, TimeSpan timeout) =>
        new(Connections(url, AddressPolicy.AllowPrivate, timeout), new DnsHostNames(), TimeProvider.System);

    private static ImmutableDictionary<string, HttpConnection> Connections(string url, AddressPolicy policy, TimeSpan timeout) =>
        ImmutableDictionary<string, HttpConnection>.Empty.Add("ledger", new HttpConnection("ledger", new Uri(url), policy,
            ImmutableDictionary<string, string>.Empty, ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "X-Case"), timeout));
}
