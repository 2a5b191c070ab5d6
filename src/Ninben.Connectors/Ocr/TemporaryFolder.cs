namespace Ninben.Connectors.Ocr;

/// <summary>A folder that is removed with its files when the work is done.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ninben-pages-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A stopped program may still hold a file for a moment; the system's own cleaning takes it then.
        }
    }
}
