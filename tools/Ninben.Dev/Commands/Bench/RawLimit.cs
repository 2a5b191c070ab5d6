using System.Diagnostics;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite;
using Ninben.Storage.Sqlite.Migrations;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Writing;

namespace Ninben.Dev.Commands.Bench;

/// <summary>
/// What SQLite alone can take: the rows of a finished run are written again into an empty database, in the order in which they were
/// committed and in groups of the same average size, by one thread that does nothing else.
/// </summary>
internal static class RawLimit
{
    public static double CasesPerSecond(SqliteStore store, string path, double groupSize)
    {
        var appends = Load(store);
        var cases = appends.Count(append => append.ExpectedVersion == 0);
        var requests = appends.ConvertAll(AppendRequest.Of);
        using var database = SqliteDatabase.OpenWriter(path);
        Migrator.Run(database, DateTimeOffset.UnixEpoch);
        var words = new Words();
        long position = 0;
        var group = Math.Max(1, (int)Math.Round(groupSize));

        var clock = Stopwatch.StartNew();
        for (var from = 0; from < requests.Count; from += group)
        {
            var turn = new WriteTurn(database, words, position);
            database.Execute("begin immediate");
            for (var i = from; i < Math.Min(from + group, requests.Count); i++) requests[i].Apply(turn);
            turn.Flush();
            database.Execute("commit");
            position = turn.Position;
        }

        return cases / clock.Elapsed.TotalSeconds;
    }

    private static List<CaseAppend> Load(SqliteStore store) => store.Readers.Read(database =>
    {
        var bursts = new List<(long Position, CaseAppend Append)>();
        using var audit = new SqliteStreamAudit(store.Readers, store.Words, null);
        foreach (var stream in audit.ReadAll(CancellationToken.None).ToBlockingEnumerable())
        {
            foreach (var append in SqliteStreamAudit.Bursts(stream.Facts))
                if (append is not null) bursts.Add((stream.Facts[(int)append.ExpectedVersion].Position, Whole(append, stream)));
        }

        bursts.Sort((left, right) => left.Position.CompareTo(right.Position));
        return bursts.ConvertAll(burst => burst.Append);
    });

    /// <summary>The burst with its real bytes, as it was appended.</summary>
    private static CaseAppend Whole(CaseAppend append, Ninben.Runtime.Audit.AuditedStream stream)
    {
        var before = append.ExpectedVersion == 0 ? ReadOnlyMemory<byte>.Empty : stream.Facts[(int)append.ExpectedVersion - 1].Hash;
        return append with { Burst = BurstSealer.Seal(append.Case, (append.ExpectedVersion, before), append.Stamp, append.Burst.Facts) };
    }
}
