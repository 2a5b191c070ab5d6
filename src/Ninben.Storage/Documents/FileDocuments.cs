using System.Buffers;
using System.Security.Cryptography;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite;

namespace Ninben.Storage.Documents;

/// <summary>
/// Documents as files named by their hash, in 256 folders; what is known of them stands in the database. A file is written under
/// another name, flushed, and renamed, so that a name never stands for half a document.
/// </summary>
internal sealed class FileDocuments(SqliteStore store) : IDocuments, IDisposable
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly SemaphoreSlim making = new(Environment.ProcessorCount);

    public async Task<StoredDocument> Add(ReadOnlyMemory<byte> bytes, string mediaType, int pages, string? name, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (await Find(hash, cancellationToken) is { } known && File.Exists(FileOf(hash))) return known;

        await WriteFile(FileOf(hash), bytes, cancellationToken);
        var document = new StoredDocument(hash, mediaType, bytes.Length, pages, name, store.Time.GetUtcNow());
        await store.Write(turn =>
        {
            using var insert = turn.Database.Statement("""
                insert into documents (hash, media_type, bytes, pages, name, at) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (hash) do nothing
                """);
            insert.Bind(1, hash).Bind(2, mediaType).Bind(3, bytes.Length).Bind(4, pages).Bind(5, name)
                .Bind(6, document.AddedAt.ToUnixTimeMilliseconds()).Run();
            return true;
        }, cancellationToken);
        return await Find(hash, cancellationToken) ?? document;
    }

    public Task<StoredDocument?> Find(string hash, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        using var select = database.Statement("select media_type, bytes, pages, name, at from documents where hash = ?1");
        return select.Bind(1, hash).Step()
            ? new StoredDocument(hash, select.Text(0), select.Number(1), select.Small(2), select.TextOrNull(3), Times.At(select.Number(4)))
            : null;
    }));

    public Task<Stream?> Open(string hash, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        return Task.FromResult<Stream?>(path is null ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65536, useAsync: true));
    }

    public string? PathOf(string hash) => IsHash(hash) && File.Exists(FileOf(hash)) ? FileOf(hash) : null;

    public async Task<string> Derived(string hash, string name, Func<string, CancellationToken, Task> make, CancellationToken cancellationToken)
    {
        if (!IsHash(hash)) throw new ArgumentException("A document is named by 64 lower-case hex digits.", nameof(hash));
        if (name.Length is 0 or > 100 || name.AsSpan().ContainsAnyExcept(NameCharacters) || name[0] == '.')
            throw new ArgumentException($"A derived file's name has letters, digits, dots and dashes only, found '{name}'.", nameof(name));

        var path = FileOf(hash) + "." + name;
        if (File.Exists(path)) return path;
        await making.WaitAsync(cancellationToken);
        try
        {
            if (File.Exists(path)) return path;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Guid.CreateVersion7():n}.new";
            try
            {
                await make(draft, cancellationToken);
                File.Move(draft, path, overwrite: true);
            }
            finally
            {
                File.Delete(draft);
            }

            return path;
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    private static bool IsHash(string hash) => hash.Length == 64 && !hash.AsSpan().ContainsAnyExcept(HexDigits);

    private string FileOf(string hash) => Path.Combine(store.Folder.Documents, hash[..2], hash);

    private static async Task WriteFile(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var draft = $"{path}.{Guid.CreateVersion7():n}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, useAsync: true))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
        catch (IOException fault)
        {
            File.Delete(draft);
            throw new StorageException($"The document could not be written: {fault.Message}", fault) { Code = "storage-full" };
        }
    }
}
