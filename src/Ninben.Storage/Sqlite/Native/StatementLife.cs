namespace Ninben.Storage.Sqlite.Native;

/// <summary>How long a prepared statement lives.</summary>
internal enum StatementLife
{
    /// <summary>Until its owner disposes it.</summary>
    Once,

    /// <summary>As long as the connection; disposing only resets it.</summary>
    Kept,
}
