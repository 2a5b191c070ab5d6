namespace EndToEnd.Tests.Running;

/// <summary>Places in the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    public static string Web => Path.Combine(Root, "web", "dist");

    public static string Axe => Path.Combine(Root, "web", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Skips the test when the pages are not built.</summary>
    public static void NeedPages() => Assert.SkipUnless(File.Exists(Path.Combine(Web, "index.html")),
        "The web pages are not built (web/dist); `./dev test` builds them, or run `npm run build` in web/.");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Ninben.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Ninben.slnx.");
    }
}
