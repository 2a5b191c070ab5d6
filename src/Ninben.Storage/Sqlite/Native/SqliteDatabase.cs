using SQLitePCL;

namespace Ninben.Storage.Sqlite.Native;

/// <summary>
/// One connection with the statements prepared on it, kept for its life. Used by one thread at a time. It speaks the C interface directly:
/// on the hot path ADO.NET's parameter objects cost more than SQLite itself.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<object, SqliteStatement> statements = new(ReferenceEqualityComparer.Instance);

    private SqliteDatabase(sqlite3 handle) => this.handle = handle;

    /// <summary>Opens a file for writing, in WAL mode with full synchronisation, and reads both back.</summary>
    /// <exception cref="SqliteFault">The file cannot be opened, or the settings did not take.</exception>
    public static SqliteDatabase OpenWriter(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        // Bursts of 1 to 3 KB fill 4 KB pages badly: with 8 KB a case takes a quarter less. An existing file keeps its size.
        database.Execute("pragma page_size = 8192");
        if (database.Text("pragma journal_mode = wal") is var mode && mode != "wal")
            throw new SqliteFault(raw.SQLITE_CANTOPEN, $"SQLite must run with journal_mode wal, it answered {mode}.");
        database.Execute("pragma synchronous = full");
        if (database.Number("pragma synchronous") is var level && level < 2)
            throw new SqliteFault(raw.SQLITE_CANTOPEN, $"SQLite must run with synchronous full (2), it answered {level}.");
        database.Execute("pragma wal_autocheckpoint = 4000");
        database.Execute("pragma cache_size = -32768");
        database.Execute("pragma journal_size_limit = 67108864");
        return database;
    }

    /// <summary>Opens a file for reading only.</summary>
    public static SqliteDatabase OpenReader(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READONLY);
        database.Execute("pragma query_only = on");
        database.Execute("pragma cache_size = -8192");
        return database;
    }

    /// <summary>An empty database in memory.</summary>
    public static SqliteDatabase OpenMemory() => Open(":memory:", raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    private static SqliteDatabase Open(string path, int flags)
    {
        SqliteLibrary.Load();
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw new SqliteFault(code, $"SQLite could not open {path}: {raw.sqlite3_errstr(code).utf8_to_string()}.");
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 10_000);
        return new SqliteDatabase(handle);
    }

    /// <summary>The prepared statement of a text; the text must be a constant, it is found by reference.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (statements.TryGetValue(sql, out var statement)) return statement;
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
        statement = new SqliteStatement(this, prepared, StatementLife.Kept);
        statements.Add(sql, statement);
        return statement;
    }

    /// <summary>Runs a statement that is not kept (schema, settings).</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>First column of the first row as text; null without a row.</summary>
    public string? Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>First column of the first row as a number; 0 without a row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>A statement that the caller disposes.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out var prepared));
        return new SqliteStatement(this, prepared, StatementLife.Once);
    }

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>True outside of a transaction.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(handle) != 0;

    /// <summary>Throws unless the code is OK.</summary>
    public void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Fault(code);
    }

    /// <summary>The fault for a code, with SQLite's own words.</summary>
    public SqliteFault Fault(int code) => new(code, $"SQLite: {raw.sqlite3_errmsg(handle).utf8_to_string()} (code {code}).");

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Close();
        statements.Clear();
        handle.Dispose();
    }
}
