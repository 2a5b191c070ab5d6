using System.Collections.Concurrent;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Reading;

/// <summary>Connections for reading. In WAL mode they never wait for the writer, and see what was committed when their query began.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private const int Kept = 8;
    private readonly ConcurrentBag<SqliteDatabase> idle = [];
    private volatile bool closed;

    /// <summary>Reads with a connection of its own.</summary>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public T Read<T>(Func<SqliteDatabase, T> read)
    {
        SqliteDatabase? connection = null;
        try
        {
            if (!idle.TryTake(out connection)) connection = SqliteDatabase.OpenReader(path);
            var result = read(connection);
            Return(connection);
            connection = null;
            return result;
        }
        catch (SqliteFault fault)
        {
            throw new StorageException($"The database could not be read: {fault.Message}", fault);
        }
        finally
        {
            // Left only by a read that failed: its statements may stand in the middle of their rows.
            connection?.Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection)) connection.Dispose();
    }

    private void Return(SqliteDatabase connection)
    {
        if (closed || idle.Count >= Kept)
        {
            connection.Dispose();
            return;
        }

        idle.Add(connection);
        if (closed) Dispose();
    }
}
