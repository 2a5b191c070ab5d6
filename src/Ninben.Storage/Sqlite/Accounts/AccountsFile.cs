using Microsoft.Data.Sqlite;

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
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    /// <summary>Opens or creates the file, readable by its owner only.</summary>
    public AccountsFile(string dataFolder)
    {
        SqliteNative.Use();
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, "accounts.db");
        if (!File.Exists(path) && !OperatingSystem.IsWindows())
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=5000;");
        Execute(Schema);
    }

    /// <summary>Runs statements that belong together in one transaction; what <paramref name="work"/> returns is returned after the commit.</summary>
    public T InTransaction<T>(Func<AccountsFile, T> work)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var result = work(this);
            transaction.Commit();
            return result;
        }
    }

    /// <summary>Runs one statement; returns the number of rows it changed. Parameters are <c>$1</c>, <c>$2</c>...</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads all rows of one query.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this folder; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters.AddWithValue("$" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), parameters[i] ?? DBNull.Value);
        return command;
    }
}
