using System.Security.Cryptography;
using System.Text.Json;

namespace Ninben.Testing.Ledger;

/// <summary>The books: entries in memory, and in a file that is only ever appended to when one is given. One key makes one entry.</summary>
internal sealed class LedgerBooks : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _lock = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<string, (LedgerEntry Entry, string Hash)> _byKey = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly StreamWriter? _file;

    public LedgerBooks(string? path, TimeProvider time)
    {
        _time = time;
        if (path is null) return;
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
                if (line.Length > 0) Add(JsonSerializer.Deserialize<LedgerEntry>(line, Json)!);
        }

        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_lock) return [.. _entries];
        }
    }

    public (LedgerAnswer Answer, LedgerEntry Entry) Post(string book, string key, JsonElement body)
    {
        lock (_lock)
        {
            if (_byKey.TryGetValue(key, out var known))
                return (known.Hash == Hash(book, body) ? LedgerAnswer.Repeated : LedgerAnswer.KeyReused, known.Entry);
            var number = _entries.Count + 1;
            var entry = new LedgerEntry(number, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"L-{number:000000}"), book, key,
                body, _time.GetUtcNow());
            Add(entry);
            _file?.WriteLine(JsonSerializer.Serialize(entry, Json));
            return (LedgerAnswer.Recorded, entry);
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Add(LedgerEntry entry)
    {
        _entries.Add(entry);
        _byKey.Add(entry.Key, (entry, Hash(entry.Book, entry.Body)));
    }

    private static string Hash(string book, JsonElement body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(book + "\n"), .. JsonSerializer.SerializeToUtf8Bytes(body)]));
}
