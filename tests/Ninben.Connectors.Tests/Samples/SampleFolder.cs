namespace Ninben.Connectors.Tests.Samples;

/// <summary>Where samples/ lies: above the test's own output folder.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Ninben.slnx"))) return System.IO.Path.Combine(folder.FullName, "samples");
        throw new DirectoryNotFoundException("Expected samples/ beside Ninben.slnx above the test's folder.");
    }
}
