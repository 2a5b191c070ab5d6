namespace Ninben.Dmn.Tests;

/// <summary>The folder of the repository, above the test binaries.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Ninben.slnx"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("The repository root (Ninben.slnx) is not above the test binaries.");
    }
}
