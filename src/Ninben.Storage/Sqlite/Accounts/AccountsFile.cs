using System.Diagnostics;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>
/// The file <c>accounts.db</c>. It stands apart from the facts: password hashes do not travel with a copy of the cases, and signing in never
/// waits behind the group commit. One connection under one lock is enough, because reads are answered from memory.
/// </summary>
internal sealed class AccountsFile : IDisposable
{
    private const string Schema = """
        create table if not exists people (
            id text primary key, name text not null, name_key text not null unique, password_hash text, roles text not null, groups text not null,
            disabled integer not null, created_at text not null) without rowid;
        create table if not exists api_keys (
            id text primary key, name text not null, roles text not null, secret_hash text not null unique, created_at text not null,
            created_by text not null, revoked_at text) without rowid;
        create table if not exists sessions (
            secret_hash text primary key, person text not null, started_at text not null, ends_at text not null) without rowid;
        create table if not exists sign_in_attempts (
            name_key text primary key, failures integer not null, last_at text not null, locked_until text) without rowid;
        create table if not exists setup_token (id integer primary key check (id = 1), token_hash text not null);
        create table if not exists kept_answers (
            key text primary key, body_hash text not null, answer text not null, at text not null) without rowid;
        """;

    private readonly SqliteDatabase _database;
    private readonly Lock _lock = new();

    /// <summary>Opens or creates the file, readable by its owner only.</summary>
    public AccountsFile(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, "accounts.db");
        if (!File.Exists(path) && !OperatingSystem.IsWindows())
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        _database = SqliteDatabase.OpenWriter(path);
        _database.Execute(Schema);
    }

    /// <summary>Runs statements that belong together in one transaction; what <paramref name="work"/> returns is returned after the commit.</summary>
    /// <exception cref="StorageException">The medium failed; nothing was changed.</exception>
    public T InTransaction<T>(Func<AccountsFile, T> work)
    {
        lock (_lock)
        {
            try
            {
                _database.Execute("begin immediate");
                var result = work(this);
                _database.Execute("commit");
                return result;
            }
            catch (SqliteFault fault)
            {
                if (!_database.IsIdle) _database.Execute("rollback");
                throw new StorageException($"The accounts could not be written: {fault.Message}", fault);
            }
        }
    }

    /// <summary>Runs one statement; returns the number of rows it changed. Parameters are <c>?1</c>, <c>?2</c>... of text, number or null.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var statement = Bound(sql, parameters);
        statement.Run();
        return _database.Changes;
    }

    /// <summary>Reads all rows of one query.</summary>
    public List<T> Read<T>(string sql, Func<SqliteStatement, T> row, params ReadOnlySpan<object?> parameters)
    {
        using var statement = Bound(sql, parameters);
        var rows = new List<T>();
        while (statement.Step()) rows.Add(row(statement));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private SqliteStatement Bound(string sql, ReadOnlySpan<object?> parameters)
    {
        var statement = _database.Statement(sql);
        for (var i = 0; i < parameters.Length; i++)
            _ = parameters[i] switch
            {
                null => statement.BindNull(i + 1),
                string text => statement.Bind(i + 1, text),
                int number => statement.Bind(i + 1, number),
                long number => statement.Bind(i + 1, number),
                var other => throw new UnreachableException($"No column holds a {other.GetType().Name}."),
            };
        return statement;
    }
}
