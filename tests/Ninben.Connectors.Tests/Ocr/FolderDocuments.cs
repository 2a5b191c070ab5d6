using System.Security.Cryptography;
using Ninben.Runtime.Documents;

namespace Ninben.Connectors.Tests.Ocr;

/// <summary>Documents in a folder of the test's own.</summary>
internal sealed class FolderDocuments : IDocuments, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ninben-test-").FullName;
    private readonly Dictionary<string, StoredDocument> _known = [];

    public int Made { get; private set; }

    public async Task<StoredDocument> Add(ReadOnlyMemory<byte> bytes, string mediaType, int pages, string? name, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await File.WriteAllBytesAsync(Path.Combine(_folder, hash), bytes, cancellationToken);
        return _known[hash] = new StoredDocument(hash, mediaType, bytes.Length, pages, name, DateTimeOffset.UnixEpoch);
    }

    public Task<StoredDocument?> Find(string hash, CancellationToken cancellationToken) => Task.FromResult(_known.GetValueOrDefault(hash));

    public Task<Stream?> Open(string hash, CancellationToken cancellationToken) => Task.FromResult<Stream?>(_known.ContainsKey(hash)
        ? File.OpenRead(Path.Combine(_folder, hash)) : null);

    public string? PathOf(string hash) => _known.ContainsKey(hash) ? Path.Combine(_folder, hash) : null;

    public async Task<string> Derived(string hash, string name, Func<string, CancellationToken, Task> make, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, hash + "." + name);
        if (File.Exists(path)) return path;
        Made++;
        await make(path, cancellationToken);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
