using Ninben.Runtime.Streams;

namespace Ninben.Storage.Sqlite;

/// <summary>The data folder, held by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    /// <exception cref="StorageException">Another process holds the folder, or it cannot be written.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
            Directory.CreateDirectory(Documents);
            held = new FileStream(System.IO.Path.Combine(Path, "ninben.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new StorageException($"The data folder {Path} is in use by another Ninben process, or cannot be opened: {fault.Message}", fault)
            {
                Code = "storage-in-use",
            };
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageException($"The data folder {Path} cannot be written: {fault.Message}", fault);
        }
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "ninben.db");

    public string Documents => System.IO.Path.Combine(Path, "documents");

    public void Dispose() => held.Dispose();
}
