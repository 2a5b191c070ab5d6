using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ninben.Connectors.Http;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Llm;

/// <summary>
/// Asks a language model at an OpenAI-compatible endpoint to read a text, and turns its answer into a proposal. Inputs: <c>text</c> or
/// <c>document</c> (hash of a text document), <c>task</c> (what to do, in words), <c>fields</c> (what to answer).
/// </summary>
internal sealed class LlmConnector : IConnector, IDisposable
{
    private const int MostAnswerBytes = 512 * 1024;
    private const int MostTextCharacters = 200_000;

    private readonly LlmEndpoint _endpoint;
    private readonly IDocuments _documents;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public LlmConnector(LlmEndpoint endpoint, IDocuments documents, IHostNames names, TimeProvider time)
    {
        _endpoint = endpoint;
        _documents = documents;
        _time = time;
        _client = new HttpClient(OutboundHandler.Create(endpoint.Addresses, names), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public string Name => "llm";

    /// <summary>The connector, or one that says what to set when no endpoint is configured.</summary>
    public static IConnector Create(ConnectorSurroundings surroundings) => LlmEndpoint.Read(surroundings.Configuration) is { } endpoint
        ? new LlmConnector(endpoint, surroundings.Documents, new DnsHostNames(), surroundings.Time)
        : new UnconfiguredConnector("llm", "The operator sets Llm:Endpoint and Llm:Model, and Llm:ApiKey where the endpoint asks for one.");

    /// <inheritdoc/>
    public async Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        var fields = LlmField.ReadAll(call.Input);
        var task = Text(call.Input, "task") ?? "Read the document and answer for every field.";
        var (text, evidence) = await ReadSource(call.Input, cancellationToken);
        var prompt = LlmPrompt.Write(_endpoint.Model, task, fields, text);
        var completion = await Ask(prompt, cancellationToken);
        var proposed = LlmAnswer.Read(completion, fields, text);
        var answer = FeelContext.Of(proposed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return new ConnectorAnswer.Proposed(new Proposal(FeelValue.From(answer), proposed, Confidence: null, [], evidence,
            new ProposalSource(Name, _endpoint.Model, "1", Convert.ToHexStringLower(SHA256.HashData(prompt)))));
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _client.Dispose();

    private async Task<byte[]> Ask(byte[] prompt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_endpoint.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/chat/completions"))
        {
            Content = new ByteArrayContent(prompt) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Version = HttpVersion.Version11,
        };
        if (_endpoint.ApiKey is { Length: > 0 } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var timeout = new CancellationTokenSource(_endpoint.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            if (!response.IsSuccessStatusCode)
                throw new ConnectorException(string.Create(CultureInfo.InvariantCulture,
                    $"The model's endpoint answered {status} {response.ReasonPhrase}."))
                { Retryable = status is >= 500 or 408 or 425 or 429 };
            return await BoundedBody.Read(response.Content, MostAnswerBytes, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(string.Create(CultureInfo.InvariantCulture,
                $"The model did not finish its answer within {_endpoint.Timeout.TotalSeconds:0} seconds."));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException("The model's endpoint could not be reached within 5 seconds.", exception);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AddressRefusedException refused)
        {
            throw new ConnectorException(refused.Message, exception) { Retryable = false };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ConnectorException($"The model's endpoint {_endpoint.Url.Authority} broke off: {exception.Message}", exception);
        }
    }

    private async Task<(string Text, ImmutableArray<EvidenceDocument> Evidence)> ReadSource(FeelContext input, CancellationToken cancellationToken)
    {
        if (Text(input, "text") is { } given) return (Bounded(given), []);
        var hash = Text(input, "document") ?? throw Wrong("The input text or document is missing.");
        var document = await _documents.Find(hash, cancellationToken) ?? throw Wrong($"There is no document {hash}.");
        if (document.MediaType != "text/plain") throw Wrong(
            $"The llm connector reads text; the document is {document.MediaType}. Give it the words as the input text.");
        await using var stream = await _documents.Open(hash, cancellationToken) ?? throw Wrong($"There is no document {hash}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (Bounded(await reader.ReadToEndAsync(cancellationToken)),
            [new EvidenceDocument(document.Hash, document.MediaType, document.Pages, document.Name)]);
    }

    private static string Bounded(string text) => text.Length <= MostTextCharacters ? text
        : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"The text must have at most {MostTextCharacters} characters, found {text.Length}."));

    private static string? Text(FeelContext input, string name) =>
        input.TryGetValue(name, out var value) && value.Kind == FeelKind.String && value.AsString().Length > 0 ? value.AsString() : null;

    private static ConnectorException Wrong(string message) => new(message) { Retryable = false };
}
