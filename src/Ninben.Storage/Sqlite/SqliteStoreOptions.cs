namespace Ninben.Storage.Sqlite;

/// <summary>Where the embedded store lives.</summary>
/// <param name="DataDirectory">Folder with <c>ninben.db</c> and <c>documents/</c>; made when missing.</param>
public sealed record SqliteStoreOptions(string DataDirectory)
{
    /// <summary>Days that answers to idempotency keys are kept.</summary>
    public int CommandDays { get; init; } = 30;

    /// <summary>Upper limit of the database in pages of 4 KB; null for none. Beyond it writes fail like on a full disk.</summary>
    public long? MaxPages { get; init; }
}
