namespace Ninben.Dmn.Tests;

/// <summary>The folder of the repository, above the test binaries.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder of the DMN TCK; the test is skipped where there is none.</summary>
    public static string Tck()
    {
        string shared = Environment.GetEnvironmentVariable("NINBEN_SHARED") ?? Path.Combine(Root, "..", "shared");
        string suite = Path.Combine(shared, "conformance", "dmn-tck");
        if (!Directory.Exists(suite)) Assert.Skip("The DMN TCK is not at ../shared/conformance/dmn-tck (or NINBEN_SHARED).");
        return suite;
    }

    private static string Find()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Ninben.slnx"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("The repository root (Ninben.slnx) is not above the test binaries.");
    }
}
