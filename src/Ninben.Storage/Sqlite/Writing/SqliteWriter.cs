using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Writing;

/// <summary>
/// The one writer. It takes what is waiting, up to a limit, writes it in one transaction and answers the callers after the commit: under
/// load many commands share one flush, and alone a command waits for nobody. When a batch fails it is split in halves until the
/// failing request stands alone, so that it cannot fail its neighbours.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    /// <summary>Requests that may wait; then callers wait to enter.</summary>
    private const int QueueLimit = 4096;

    /// <summary>Requests in one transaction.</summary>
    private const int BatchLimit = 512;

    private readonly string path;
    private readonly Words words;
    private readonly ILogger logger;
    private readonly Action<WriteTurn> committed;
    private readonly Channel<WriteRequest> queue = Channel.CreateBounded<WriteRequest>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Task loop;
    private readonly long epoch;
    private SqliteDatabase? database;
    private long position;
    private long requests;
    private long transactions;

    public SqliteWriter(SqliteDatabase database, string path, Words words, Action<WriteTurn> committed, ILogger logger)
    {
        this.database = database;
        this.path = path;
        this.words = words;
        this.logger = logger;
        this.committed = committed;
        epoch = TakeEpoch(database);
        position = NewestPosition(database);
        loop = Task.Run(Loop);
    }

    /// <summary>Position of the newest fact on stable storage.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>Requests per transaction so far, on average.</summary>
    public double AverageGroup => transactions == 0 ? 0 : (double)Interlocked.Read(ref requests) / Interlocked.Read(ref transactions);

    /// <summary>Hands a request over; its answer comes through the request itself.</summary>
    public async ValueTask Submit(WriteRequest request, CancellationToken cancellationToken)
    {
        if (queue.Writer.TryWrite(request)) return;
        try
        {
            await queue.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new StorageException("The store is closed.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        database?.Dispose();
    }

    private async Task Loop()
    {
        var batch = new List<WriteRequest>(BatchLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchLimit && queue.Reader.TryRead(out var request)) batch.Add(request);
            Commit(batch, 0, batch.Count);
        }
    }

    private void Commit(List<WriteRequest> batch, int from, int to)
    {
        try
        {
            var turn = Write(batch, from, to);
            Interlocked.Exchange(ref position, turn.Position);
            committed(turn);
        }
#pragma warning disable CA1031 // The third place that catches everything: a request must not be able to end the writer for all others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Recover(fault);
            if (to - from == 1)
            {
                LogFailed(logger, fault);
                batch[from].Fail(Translate(fault));
                return;
            }

            var middle = from + ((to - from) / 2);
            Commit(batch, from, middle);
            Commit(batch, middle, to);
            return;
        }

        for (var i = from; i < to; i++) batch[i].Acknowledge();
    }

    private WriteTurn Write(List<WriteRequest> batch, int from, int to)
    {
        var connection = database ??= SqliteDatabase.OpenWriter(path);
        var turn = new WriteTurn(connection, words, Position);
        Run(connection, "begin immediate");
        CheckEpoch(connection);
        for (var i = from; i < to; i++) batch[i].Apply(turn);
        turn.Flush();
        Run(connection, "commit");
        words.Keep();
        Interlocked.Add(ref requests, to - from);
        Interlocked.Increment(ref transactions);
        return turn;
    }

    /// <summary>Back to before the batch. After an I/O error the connection is opened anew, so that the next batch sees what the disk holds.</summary>
    private void Recover(Exception fault)
    {
        words.Forget();
        if (database is null) return;
        try
        {
            if (!database.IsIdle) Run(database, "rollback");
            if (fault is not SqliteFault { IsMedium: true } medium || medium.Primary == SQLitePCL.raw.SQLITE_FULL) return;
        }
        catch (SqliteFault second)
        {
            LogFailed(logger, second);
        }

        database.Dispose();
        database = null;
    }

    private static Exception Translate(Exception fault) => fault switch
    {
        SqliteFault { Primary: SQLitePCL.raw.SQLITE_FULL } => new StorageException("The disk is full: nothing was written.", fault) { Code = "storage-full" },
        SqliteFault => new StorageException($"The database could not be written: {fault.Message}", fault),
        _ => fault,
    };

    private void CheckEpoch(SqliteDatabase connection)
    {
        using var select = connection.Statement("select value from settings where name = 'epoch'");
        select.Step();
        if (select.Number(0) is var found && found != epoch)
            throw new StorageException($"Another process took over the database (epoch {found}, this one has {epoch}).") { Code = "storage-in-use" };
    }

    private static void Run(SqliteDatabase connection, string sql)
    {
        using var statement = connection.Statement(sql);
        statement.Run();
    }

    /// <summary>A number that no earlier process had. Leases of earlier processes end: the folder lock proves that they are gone.</summary>
    private static long TakeEpoch(SqliteDatabase database)
    {
        database.Execute("begin immediate");
        database.Execute("update settings set value = value + 1 where name = 'epoch'");
        database.Execute("update work set lease_until = 0 where state = 1");
        var taken = database.Number("select value from settings where name = 'epoch'");
        database.Execute("commit");
        return taken;
    }

    private static long NewestPosition(SqliteDatabase database)
    {
        using var select = database.Prepare("select position + length(types) - 1 from bursts order by position desc limit 1");
        return select.Step() ? select.Number(0) : 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A write to the database failed; the transaction was rolled back")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
