namespace Ninben.Runtime.Documents;

/// <summary>Immutable documents by content hash (SHA-256, lower-case hex). Adding the same bytes twice is one document.</summary>
public interface IDocuments
{
    /// <summary>Stores bytes; the media type was sniffed by the caller. Completes after the bytes are on stable storage.</summary>
    Task<StoredDocument> Add(ReadOnlyMemory<byte> bytes, string mediaType, int pages, string? name, CancellationToken cancellationToken);

    /// <summary>What is known of a document, or null.</summary>
    Task<StoredDocument?> Find(string hash, CancellationToken cancellationToken);

    /// <summary>Opens the bytes; null when there is no such document.</summary>
    Task<Stream?> Open(string hash, CancellationToken cancellationToken);

    /// <summary>A path that outside programs (OCR, PDF tools) can read; null when there is no such document.</summary>
    string? PathOf(string hash);

    /// <summary>
    /// A derived file beside a document (page image, OCR words), made once by <paramref name="make"/>, which writes to the path it is given.
    /// Derived files are caches: they may be deleted at any time.
    /// </summary>
    Task<string> Derived(string hash, string name, Func<string, CancellationToken, Task> make, CancellationToken cancellationToken);
}

/// <summary>A stored document.</summary>
public sealed record StoredDocument(string Hash, string MediaType, long Bytes, int Pages, string? Name, DateTimeOffset AddedAt);
