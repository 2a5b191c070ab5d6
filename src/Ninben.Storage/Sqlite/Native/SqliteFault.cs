namespace Ninben.Storage.Sqlite.Native;

/// <summary>SQLite refused a call. Callers outside of this folder see <see cref="Ninben.Runtime.Streams.StorageException"/> instead.</summary>
internal sealed class SqliteFault(int code, string message) : Exception(message)
{
    /// <summary>Extended result code.</summary>
    public int Code { get; } = code;

    /// <summary>Primary result code: the lowest byte.</summary>
    public int Primary => Code & 0xff;

    /// <summary>No space, or a read or write of the file system failed.</summary>
    public bool IsMedium => Primary is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN
        or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_NOMEM or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;
}
