using System.Collections.Concurrent;

namespace Ninben.Storage.Sqlite;

/// <summary>What people call a process version; deployed versions never change, so the answer is kept.</summary>
internal sealed class ProcessNames(SqliteStore store)
{
    private readonly ConcurrentDictionary<(string, int), string> names = new();

    public string Of(string process, int version)
    {
        if (names.TryGetValue((process, version), out var known)) return known;
        var name = store.Readers.Read(database =>
        {
            using var select = database.Statement("select name from deployments where kind = 'process' and id = ?1 and version = ?2");
            return select.Bind(1, process).Bind(2, version).Step() ? select.Text(0) : null;
        });
        if (name is not null) names[(process, version)] = name;
        return name ?? process;
    }
}
