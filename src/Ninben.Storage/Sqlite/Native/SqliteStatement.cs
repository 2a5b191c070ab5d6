using System.Text;
using SQLitePCL;

namespace Ninben.Storage.Sqlite.Native;

/// <summary>A prepared statement. Parameters are numbered from 1, columns from 0. Disposing a kept one makes it ready for its next use.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle, StatementLife life) : IDisposable
{
    public SqliteStatement Bind(int index, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    public SqliteStatement Bind(int index, string? value)
    {
        if (value is null) return BindNull(index);
        // An empty span has no address, and SQLite takes a text without address for null.
        if (value.Length == 0)
        {
            database.Check(raw.sqlite3_bind_text(handle, index, value));
            return this;
        }

        Span<byte> buffer = stackalloc byte[512];
        database.Check(Encoding.UTF8.TryGetBytes(value, buffer, out var written)
            ? raw.sqlite3_bind_text(handle, index, buffer[..written])
            : raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        database.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    /// <summary>Binds UTF-8 bytes as text.</summary>
    public SqliteStatement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        database.Check(raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public SqliteStatement BindNull(int index)
    {
        database.Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Steps to the next row; false at the end. Faults leave the statement reset.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        var fault = database.Fault(code);
        Reset();
        throw fault;
    }

    /// <summary>Runs to the end and resets; for statements without a result.</summary>
    public void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>Ready for the next use.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle);

    public int Columns => raw.sqlite3_column_count(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public int Small(int column) => raw.sqlite3_column_int(handle, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose()
    {
        if (life == StatementLife.Kept) Reset();
        else handle.Dispose();
    }

    /// <summary>Gives the native statement back for good.</summary>
    public void Close() => handle.Dispose();
}
