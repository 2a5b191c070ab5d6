using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ninben.Testing.Ledger;

/// <summary>
/// A small ledger on a loopback port: the world that sample processes act on. It records what it receives, makes one entry per
/// idempotency key, and can be told to misbehave. For demonstrations and tests; it has no access control.
/// </summary>
public sealed class DemoLedger : IAsyncDisposable
{
    private static readonly string[] Books = ["invoices", "expenses", "refunds", "reservations", "releases", "claims"];

    private readonly WebApplication _application;
    private readonly LedgerBooks _books;
    private readonly Lock _lock = new();
    private readonly Queue<LedgerFault> _faults = new();
    private int _requests;

    private DemoLedger(WebApplication application, LedgerBooks books)
    {
        _application = application;
        _books = books;
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _application.Urls.First().TrimEnd('/');

    /// <summary>All entries so far, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _books.Entries;

    /// <summary>How many postings arrived, repeats and refused ones included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Starts on a loopback port; 0 takes a free one. With a path, entries are appended to that file and read from it at the start.</summary>
    public static async Task<DemoLedger> Start(int port, string? path, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        var ledger = new DemoLedger(application, new LedgerBooks(path, time));
        foreach (var book in Books) application.MapPost("/" + book, context => ledger.Post(book, context));
        application.MapGet("/entries", context => context.Response.WriteAsJsonAsync(ledger.Entries, context.RequestAborted));
        application.MapGet("/", ledger.Show);
        await application.StartAsync(cancellationToken);
        return ledger;
    }

    /// <summary>The next <paramref name="times"/> postings go wrong in that way.</summary>
    public void Misbehave(LedgerFault fault, int times)
    {
        lock (_lock)
        {
            for (var i = 0; i < times; i++) _faults.Enqueue(fault);
        }
    }

    /// <summary>Stops listening; requests that hang are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        _books.Dispose();
    }

    private async Task Post(string book, HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var fault = NextFault();
        if (fault == LedgerFault.Hang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (fault == LedgerFault.ServerError)
        {
            await Problem(context, StatusCodes.Status500InternalServerError, "out-of-order", "The ledger is out of order.");
            return;
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 200)
        {
            await Problem(context, StatusCodes.Status400BadRequest, "key-missing", "Every posting needs an Idempotency-Key.");
            return;
        }

        JsonElement body;
        try
        {
            body = (await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted)).RootElement;
        }
        catch (JsonException)
        {
            await Problem(context, StatusCodes.Status400BadRequest, "not-json", "The body is not JSON.");
            return;
        }

        var (answer, entry) = _books.Post(book, key, body);
        await Answer(context, fault, answer, entry);
    }

    private static async Task Answer(HttpContext context, LedgerFault? fault, LedgerAnswer answer, LedgerEntry entry)
    {
        if (answer == LedgerAnswer.KeyReused)
        {
            await Problem(context, StatusCodes.Status409Conflict, "key-reused", $"The key was used before for another body; see {entry.Receipt}.");
            return;
        }

        if (fault == LedgerFault.DropAfterRecording)
        {
            context.Abort();
            return;
        }

        if (fault == LedgerFault.AnswerTwice) context.Response.OnCompleted(() => WriteUnasked(context));
        context.Response.StatusCode = answer == LedgerAnswer.Recorded ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await context.Response.WriteAsJsonAsync(new { receipt = entry.Receipt, repeated = answer == LedgerAnswer.Repeated }, context.RequestAborted);
    }

    // Straight onto the connection, behind the real answer: what a broken server or a smuggled request looks like.
    private static async Task WriteUnasked(HttpContext context)
    {
        if (context.Features.Get<IConnectionTransportFeature>() is not { } connection) return;
        await connection.Transport.Output.WriteAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n{\"receipt\":\"L-999999\"}"u8.ToArray(), context.RequestAborted);
    }

    private static Task Problem(HttpContext context, int status, string code, string title)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { type = "about:blank", title, status, code }, options: null, "application/problem+json",
            context.RequestAborted);
    }

    private async Task Show(HttpContext context)
    {
        var html = new StringBuilder(
            "<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=5><title>Demo ledger</title><style>body{font:15px sans-serif;margin:2rem}"
            + "td,th{padding:.3rem .8rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}code{font-size:13px}</style><h1>Demo ledger</h1>");
        html.Append("<p>What Ninben has posted, once each.</p><table><tr><th>Receipt</th><th>Book</th><th>When</th><th>Content</th></tr>");
        foreach (var entry in Entries.Reverse().Take(500))
            html.Append("<tr><td>").Append(entry.Receipt).Append("<td>").Append(entry.Book).Append("<td>")
                .Append(entry.At.ToString("u", System.Globalization.CultureInfo.InvariantCulture)).Append("<td><code>")
                    .Append(WebUtility.HtmlEncode(entry.Body.GetRawText())).Append("</code></tr>");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.WriteAsync(html.Append("</table>").ToString(), context.RequestAborted);
    }

    private LedgerFault? NextFault()
    {
        lock (_lock) return _faults.TryDequeue(out var fault) ? fault : null;
    }
}
