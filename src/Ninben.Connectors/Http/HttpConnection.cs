using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ninben.Connectors.Http;

/// <summary>A receiver as the operator configured it (<c>Connections:{name}</c>). Models name the connection, never a host.</summary>
/// <param name="Name">As models name it.</param>
/// <param name="BaseUrl">http or https, with an optional base path.</param>
/// <param name="Addresses">Whether private addresses may be reached.</param>
/// <param name="Headers">Sent with every request; may hold secrets and is never shown.</param>
/// <param name="AllowedHeaders">Header names that a model may set.</param>
/// <param name="Timeout">Longest wait for one whole answer.</param>
public sealed record HttpConnection(string Name, Uri BaseUrl, AddressPolicy Addresses, ImmutableDictionary<string, string> Headers,
    ImmutableHashSet<string> AllowedHeaders, TimeSpan Timeout)
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);

    /// <summary>All connections of a configuration; throws <see cref="InvalidOperationException"/> naming the setting that is wrong.</summary>
    public static ImmutableDictionary<string, HttpConnection> ReadAll(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.GetSection("Connections").GetChildren().Select(Read).ToImmutableDictionary(connection => connection.Name, StringComparer.Ordinal);
    }

    /// <summary>Names and addresses only: headers may hold secrets.</summary>
    public override string ToString() => $"{Name} ({BaseUrl})";

    private static HttpConnection Read(IConfigurationSection section)
    {
        var text = section["BaseUrl"];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || url.Query.Length > 0)
            throw new InvalidOperationException($"{section.Path}:BaseUrl: expected an http or https address without user name and query, found '{text}'.");
        var seconds = section["TimeoutSeconds"] is { } given
            ? int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed is >= 1 and <= 300 ? parsed
                : throw new InvalidOperationException($"{section.Path}:TimeoutSeconds: expected 1 to 300, found '{given}'.")
            : (int)UsualTimeout.TotalSeconds;
        return new HttpConnection(section.Key, url, ReadPolicy(section),
            section.GetSection("Headers").GetChildren().ToImmutableDictionary(header => header.Key, header =>
                header.Value ?? "", StringComparer.OrdinalIgnoreCase),
            section.GetSection("AllowedHeaders").GetChildren().Select(header => header.Value ?? "").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
            TimeSpan.FromSeconds(seconds));
    }

    internal static AddressPolicy ReadPolicy(IConfigurationSection section) => section["AllowPrivate"] switch
    {
        null => AddressPolicy.PublicOnly,
        var text when bool.TryParse(text, out var allow) => allow ? AddressPolicy.AllowPrivate : AddressPolicy.PublicOnly,
        var text => throw new InvalidOperationException($"{section.Path}:AllowPrivate: expected true or false, found '{text}'."),
    };
}
