using System.Globalization;
using Microsoft.Extensions.Configuration;
using Ninben.Connectors.Http;

namespace Ninben.Connectors.Llm;

/// <summary>An OpenAI-compatible endpoint as the operator configured it (section <c>Llm</c>).</summary>
/// <param name="Url">The base address, e.g. <c>https://api.example.com/v1</c>.</param>
/// <param name="ApiKey">Sent as bearer token; null for local endpoints. Never shown.</param>
/// <param name="Model">The model's name at that endpoint.</param>
/// <param name="Addresses">Whether private addresses may be reached, as for a model on the own machine.</param>
/// <param name="Timeout">Longest wait for one whole answer.</param>
internal sealed record LlmEndpoint(Uri Url, string? ApiKey, string Model, AddressPolicy Addresses, TimeSpan Timeout)
{
    /// <summary>Null when nothing is configured; throws <see cref="InvalidOperationException"/> naming a setting that is wrong.</summary>
    public static LlmEndpoint? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Llm");
        if (string.IsNullOrEmpty(section["Endpoint"])) return null;
        if (!Uri.TryCreate(section["Endpoint"], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"Llm:Endpoint: expected an http or https address, found '{section["Endpoint"]}'.");
        if (string.IsNullOrWhiteSpace(section["Model"])) throw new InvalidOperationException("Llm:Model: expected the name of a model, found nothing.");
        var seconds = section["TimeoutSeconds"] is not { } given ? 60
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed is >= 1 and <= 300 ? parsed
            : throw new InvalidOperationException($"Llm:TimeoutSeconds: expected 1 to 300, found '{given}'.");
        return new LlmEndpoint(url, section["ApiKey"], section["Model"]!, HttpConnection.ReadPolicy(section), TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Model} at {Url}";
}
