namespace Ninben.Storage.Sqlite;

/// <summary>Kinds of words. The numbers are stored.</summary>
internal enum WordKind
{
    /// <summary><c>kind|id|name</c>.</summary>
    Actor = 1,

    /// <summary>Candidate group.</summary>
    Party = 2,

    /// <summary><c>version|id</c> of a process.</summary>
    Process = 3,
}
