using Ninben.Runtime.Jobs;
using Ninben.Storage.Sqlite.Folding;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Writing;

/// <summary>What requests share within one transaction. Everything here goes back when the transaction does.</summary>
internal sealed class WriteTurn
{
    private readonly Dictionary<long, (long Open, long Closed)> processCounts = [];
    private readonly List<(WorkKind Kind, long Due)> due = [];

    public WriteTurn(SqliteDatabase database, Words words, long position)
    {
        Database = database;
        Words = words;
        Position = position;
        Rows = new RowWriter(database, words, (kind, at) => due.Add((kind, at)));
    }

    public SqliteDatabase Database { get; }

    public Words Words { get; }

    /// <summary>Position of the newest fact so far.</summary>
    public long Position { get; private set; }

    public RowWriter Rows { get; }

    /// <summary>Work that appeared or moved: whom to wake after the commit.</summary>
    public IReadOnlyList<(WorkKind Kind, long Due)> Due => due;

    /// <summary>Takes positions for a burst and returns the first.</summary>
    public long Take(int facts)
    {
        var first = Position + 1;
        Position += facts;
        return first;
    }

    /// <summary>Counts cases of a process version; written once at the end of the transaction.</summary>
    public void Count(long process, int open, int closed)
    {
        var sofar = processCounts.GetValueOrDefault(process);
        processCounts[process] = (sofar.Open + open, sofar.Closed + closed);
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        foreach (var (process, (open, closed)) in processCounts)
        {
            using var upsert = Database.Statement("""
                insert into process_counts (process, open, closed) values (?1, ?2, ?3)
                on conflict (process) do update set open = open + excluded.open, closed = closed + excluded.closed
                """);
            upsert.Bind(1, process).Bind(2, open).Bind(3, closed).Run();
        }
    }
}
