using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Ninben.Feel;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Http;

/// <summary>
/// Sends an action as JSON to a receiver that the operator configured, always with the action's one idempotency key. Inputs:
/// <c>connection</c>, <c>path</c>, <c>method</c> (POST, PUT or PATCH), <c>headers</c> (only names that the connection allows).
/// </summary>
public sealed class HttpConnector(ImmutableDictionary<string, HttpConnection> connections, IHostNames names, TimeProvider time) : IConnector, IDisposable
{
    private const int MostResponseBytes = 1024 * 1024;

    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "http";

    /// <inheritdoc/>
    public async Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var connection = FindConnection(call.Input);
        using var request = Write(call, connection);
        using var timeout = new CancellationTokenSource(connection.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await Client(connection).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.Read(response.Content, MostResponseBytes, either.Token);
            return HttpAnswer.Read(connection.Name, call.Key!, response, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(string.Create(CultureInfo.InvariantCulture,
                $"{connection.Name} did not answer within {connection.Timeout.TotalSeconds:0} seconds. It is asked again with the same key."));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException($"{connection.Name} could not be reached within 5 seconds.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw Describe(connection, exception);
        }
        catch (IOException exception)
        {
            throw new ConnectorException($"{connection.Name} broke off its answer. It is asked again with the same key.", exception);
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
    }

    private HttpClient Client(HttpConnection connection) => _clients.GetOrAdd(connection.Name,
        (_, found) => new HttpClient(OutboundHandler.Create(found.Addresses, names), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan }, connection);

    private HttpConnection FindConnection(FeelContext input)
    {
        var name = Text(input, "connection") ?? throw Wrong("The input connection is missing: it names one of the operator's connections.");
        return connections.GetValueOrDefault(name) ?? throw Wrong($"There is no connection '{name}'. The operator sets it as Connections:{name}:BaseUrl.");
    }

    private static HttpRequestMessage Write(ConnectorCall call, HttpConnection connection)
    {
        if (call.Key is null) throw Wrong("The http connector sends actions only: write <ninben:action connector=\"http\">, so that every send has its key.");
        var method = Text(call.Input, "method") ?? "POST";
        if (method is not ("POST" or "PUT" or "PATCH")) throw Wrong($"The method must be POST, PUT or PATCH, found '{method}'.");
        var request = new HttpRequestMessage(new HttpMethod(method), Target(connection, Text(call.Input, "path") ?? "/"))
        {
            Content = new ByteArrayContent(FeelJson.ToUtf8(call.Payload)),
            Version = HttpVersion.Version11,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var (header, value) in connection.Headers) request.Headers.TryAddWithoutValidation(header, value);
        foreach (var (header, value) in ModelHeaders(call.Input)) AddModelHeader(request, connection, header, value);
        // Last, and alone under its name: neither operator nor model can replace the key.
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", call.Key);
        return request;
    }

    private static Uri Target(HttpConnection connection, string path)
    {
        var clean = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && path.Length <= 2_000
            && !path.AsSpan().ContainsAny('\\', '#') && !path.AsSpan().ContainsAnyInRange('\0', ' ') && !path.Contains("..", StringComparison.Ordinal)
            && !path.Contains("%2e", StringComparison.OrdinalIgnoreCase);
        if (!clean) throw Wrong($"The path must begin with one slash and stay below the connection's address, found '{path}'.");
        var target = new Uri(connection.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
        return target.Scheme == connection.BaseUrl.Scheme && target.Authority == connection.BaseUrl.Authority ? target
            : throw Wrong($"The path leaves the connection {connection.Name}: '{path}'.");
    }

    private static FeelContext ModelHeaders(FeelContext input) =>
        input.TryGetValue("headers", out var headers) && headers.Kind == FeelKind.Context ? headers.AsContext() : FeelContext.Empty;

    private static void AddModelHeader(HttpRequestMessage request, HttpConnection connection, string header, FeelValue value)
    {
        if (!connection.AllowedHeaders.Contains(header))
            throw Wrong($"The model may not set the header '{header}'. The operator allows it in Connections:{connection.Name}:AllowedHeaders.");
        if (connection.Headers.ContainsKey(header)) throw Wrong($"The header '{header}' is set by the connection.");
        if (value.Kind != FeelKind.String || value.AsString().AsSpan().ContainsAnyInRange('\0', '\u001f'))
            throw Wrong($"The header '{header}' must be text on one line.");
        if (!request.Headers.TryAddWithoutValidation(header, value.AsString())) throw Wrong($"'{header}' is not a header that a request can carry.");
    }

    private static string? Text(FeelContext input, string name) =>
        input.TryGetValue(name, out var value) && value.Kind == FeelKind.String && value.AsString().Length > 0 ? value.AsString() : null;

    private static ConnectorException Describe(HttpConnection connection, HttpRequestException exception) => exception switch
    {
        { InnerException: AddressRefusedException refused } => new ConnectorException(refused.Message, exception) { Retryable = false },
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            new ConnectorException($"{connection.Name} refuses connections: is it running at {connection.BaseUrl.Authority}?", exception),
        { HttpRequestError: HttpRequestError.NameResolutionError }
            or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } =>
            new ConnectorException($"The name {connection.BaseUrl.Host} of {connection.Name} could not be found.", exception),
        { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new ConnectorException($"{connection.Name} has no certificate that this machine trusts.", exception),
        _ => new ConnectorException($"{connection.Name} broke off: {exception.Message} It is asked again with the same key.", exception),
    };

    private static ConnectorException Wrong(string message) => new(message) { Retryable = false };
}
