namespace Ninben.Runtime.Streams;

/// <summary>
/// The store's medium failed: disk full, I/O error, folder in use. The command was not acknowledged; asking again with the same key
/// is safe. Reads keep working where the medium allows, and writes work again once the cause is gone.
/// </summary>
public sealed class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Kebab case: <c>storage-full</c>, <c>storage-failed</c>, <c>storage-in-use</c>.</summary>
    public string Code { get; init; } = "storage-failed";
}
