namespace Ninben.Dev.Commands.Conformance.Dmn;

/// <summary>Where the suite lies: beside the repository, since it belongs to others and is used in place.</summary>
internal static class TckSuite
{
    /// <summary>The reason for skipping what needs the suite.</summary>
    public const string IsMissing = "The DMN TCK is not at ../shared/conformance/dmn-tck (or NINBEN_SHARED).";

    /// <summary>The folder of the suite; null when it is not there.</summary>
    public static string? Find(string repository)
    {
        string shared = Environment.GetEnvironmentVariable("NINBEN_SHARED") ?? Path.Combine(repository, "..", "shared");
        string suite = Path.Combine(shared, "conformance", "dmn-tck");
        return Directory.Exists(suite) ? suite : null;
    }
}
