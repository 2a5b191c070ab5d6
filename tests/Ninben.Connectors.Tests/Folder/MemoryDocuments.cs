using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ninben.Runtime.Documents;

namespace Ninben.Connectors.Tests.Folder;

/// <summary>The document port in memory.</summary>
internal sealed class MemoryDocuments : IDocuments
{
    private readonly ConcurrentDictionary<string, (StoredDocument Document, byte[] Bytes)> _all = new(StringComparer.Ordinal);

    public int Count => _all.Count;

    public Task<StoredDocument> Add(ReadOnlyMemory<byte> bytes, string mediaType, int pages, string? name, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        return Task.FromResult(_all.GetOrAdd(hash, _ =>
            (new StoredDocument(hash, mediaType, bytes.Length, pages, name, DateTimeOffset.UnixEpoch), bytes.ToArray())).Document);
    }

    public Task<StoredDocument?> Find(string hash, CancellationToken cancellationToken) =>
        Task.FromResult(_all.TryGetValue(hash, out var found) ? found.Document : null);

    public Task<Stream?> Open(string hash, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_all.TryGetValue(hash, out var found) ? new MemoryStream(found.Bytes) : null);

    public string? PathOf(string hash) => null;

    public Task<string> Derived(string hash, string name, Func<string, CancellationToken, Task> make, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
