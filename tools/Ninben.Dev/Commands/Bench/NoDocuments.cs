using Ninben.Runtime.Documents;

namespace Ninben.Dev.Commands.Bench;

/// <summary>A store without documents: measuring reads files as they lie and keeps nothing.</summary>
internal sealed class NoDocuments : IDocuments
{
    public Task<StoredDocument> Add(ReadOnlyMemory<byte> bytes, string mediaType, int pages, string? name, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing is stored while measuring.");

    public Task<StoredDocument?> Find(string hash, CancellationToken cancellationToken) => Task.FromResult<StoredDocument?>(null);

    public Task<Stream?> Open(string hash, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public string? PathOf(string hash) => null;

    public Task<string> Derived(string hash, string name, Func<string, CancellationToken, Task> make, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing is stored while measuring.");
}
