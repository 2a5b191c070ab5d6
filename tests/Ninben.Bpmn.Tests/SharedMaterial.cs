namespace Ninben.Bpmn.Tests;

/// <summary>Test material by others, beside the repository; NINBEN_SHARED names another place.</summary>
internal static class SharedMaterial
{
    public static string Root { get; } = RepositoryRoot();

    public static string? Find(string relative)
    {
        var shared = Environment.GetEnvironmentVariable("NINBEN_SHARED") ?? Path.Combine(Root, "..", "shared");
        var path = Path.Combine(shared, relative);
        return Directory.Exists(path) ? path : null;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Ninben.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Expected Ninben.slnx above the test's folder.");
    }
}
