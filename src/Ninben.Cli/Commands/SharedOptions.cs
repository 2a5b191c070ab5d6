using System.CommandLine;

namespace Ninben.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<DirectoryInfo> Folder(string fallback) => new("--data")
    {
        Description = $"The data folder (default {fallback}).",
        DefaultValueFactory = _ => new DirectoryInfo(fallback),
    };

    public static Option<string[]> Urls() => new("--urls")
    {
        Description = "Where to listen (default http://127.0.0.1:5080).",
        DefaultValueFactory = _ => ["http://127.0.0.1:5080"],
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<DirectoryInfo?> Web() => new("--web") { Description = "Folder of the web interface (default: wwwroot beside the program)." };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object as the last line, for programs." };
}
