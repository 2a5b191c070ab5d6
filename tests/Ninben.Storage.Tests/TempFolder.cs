namespace Ninben.Storage.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ninben-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
