namespace Ninben.Cli.Commands;

/// <summary>Finds what a demo needs on this machine.</summary>
internal static class SamplesFolder
{
    /// <summary>The folder samples/ of <c>NINBEN_ROOT</c>, beside the program, or of a folder above it; null when there is none.</summary>
    public static string? Find()
    {
        var starts = new[] { Environment.GetEnvironmentVariable("NINBEN_ROOT"), AppContext.BaseDirectory, Environment.CurrentDirectory };
        foreach (var start in starts.Where(s => !string.IsNullOrEmpty(s)))
            for (var folder = new DirectoryInfo(start!); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "samples", "invoice-approval"))) return Path.Combine(folder.FullName, "samples");
        return null;
    }

    /// <summary>Whether scans can be read here.</summary>
    public static bool HasTesseract() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract")));
}
