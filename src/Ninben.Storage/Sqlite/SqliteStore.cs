using Microsoft.Extensions.Logging;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Migrations;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Reading;
using Ninben.Storage.Sqlite.Writing;

namespace Ninben.Storage.Sqlite;

/// <summary>An open data folder: the lock, the writer, the readers, the words and the wake-ups. Everything else in this folder stands on it.</summary>
internal sealed partial class SqliteStore : IAsyncDisposable
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(30);
    private readonly ILogger logger;
    private readonly SqliteStoreOptions options;
    private readonly ITimer purge;

    public SqliteStore(SqliteStoreOptions options, TimeProvider time, ILogger<SqliteStore> logger)
    {
        this.logger = logger;
        this.options = options;
        Time = time;
        Folder = new DataFolder(options.DataDirectory);
        try
        {
            var database = SqliteDatabase.OpenWriter(Folder.Database);
            if (options.MaxPages is { } pages) database.Execute($"pragma max_page_count = {pages}");
            Migrator.Run(database, time.GetUtcNow());
            Words.Load(database);
            Signals = new WorkSignals(time);
            Readers = new ReaderPool(Folder.Database);
            Writer = new SqliteWriter(database, Folder.Database, Words, Committed, logger);
            Feed.Advance(Writer.Position);
        }
        catch (SqliteFault fault)
        {
            Folder.Dispose();
            throw new StorageException($"The database {Folder.Database} could not be opened: {fault.Message}", fault);
        }

        LogOpened(logger, Folder.Database, SqliteLibrary.Version, SqliteLibrary.LoadedFrom);
        purge = time.CreateTimer(_ => Purge(), null, TimeSpan.FromMinutes(1), PurgeEvery);
    }

    public TimeProvider Time { get; }

    public DataFolder Folder { get; }

    public Words Words { get; } = new();

    public WorkSignals Signals { get; }

    public CommitFeed Feed { get; } = new();

    public ReaderPool Readers { get; }

    public SqliteWriter Writer { get; }

    /// <summary>Writes something that is not an append.</summary>
    public async Task<T> Write<T>(Func<WriteTurn, T> write, CancellationToken cancellationToken)
    {
        var request = new PlainWrite<T>(write);
        await Writer.Submit(request, cancellationToken);
        return await request.Answer;
    }

    /// <summary>Size of the database file with everything of the write-ahead log in it, without unused pages.</summary>
    public Task<long> CompactedBytes(CancellationToken cancellationToken) => Write(
        turn => (turn.Database.Number("pragma page_count") - turn.Database.Number("pragma freelist_count")) * turn.Database.Number("pragma page_size"),
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await purge.DisposeAsync();
        await Writer.DisposeAsync();
        Readers.Dispose();
        Folder.Dispose();
    }

    private void Committed(WriteTurn turn)
    {
        foreach (var (kind, due) in turn.Due) Signals.Notify(kind, due);
        Feed.Advance(turn.Position);
    }

    /// <summary>Drops answers to idempotency keys that are too old, a bounded number at a time.</summary>
    private void Purge()
    {
        var before = Time.GetUtcNow().AddDays(-options.CommandDays).ToUnixTimeMilliseconds();
        var request = new PlainWrite<int>(turn =>
        {
            using var delete = turn.Database.Statement("""
                delete from commands where number in (select number from commands order by number limit 5000) and at < ?1
                """);
            delete.Bind(1, before).Run();
            return turn.Database.Changes;
        });
        var submitted = Writer.Submit(request, CancellationToken.None);
        if (!submitted.IsCompleted) LogPurgeWaits(logger);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Opened {Path} with SQLite {Version} from {Source}")]
    private static partial void LogOpened(ILogger logger, string path, string version, string source);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The writer is busy; dropping old idempotency keys waits")]
    private static partial void LogPurgeWaits(ILogger logger);
}
