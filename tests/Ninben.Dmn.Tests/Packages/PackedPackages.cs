using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Ninben.Dmn.Tests.Packages;

/// <summary>The two packages, packed once from what was built into a folder of their own.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ninben-packages-");

    /// <summary>A folder outside of the repository: no property of the house reaches a project in it.</summary>
    public string Folder => _folder.FullName;

    public string Source => Path.Combine(Folder, "source");

    public async ValueTask InitializeAsync()
    {
        // The tests run in the configuration that was built; packing builds nothing anew.
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release" : "Debug";
        foreach (string package in (string[])["Ninben.Feel", "Ninben.Dmn"])
        {
            (int code, string said) = await Dotnet(Repository.Root, "pack", Path.Combine("src", package), "-c", configuration, "--no-build", "-o", Source,
                "-nologo");
            if (code != 0) throw new InvalidOperationException($"dotnet pack of {package} failed:\n{said}");
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The one package of that name.</summary>
    public ZipArchive Open(string package) => ZipFile.OpenRead(Directory.GetFiles(Source, package + ".?.*.nupkg").Single());

    /// <summary>Runs the SDK that runs the tests; what hangs is ended.</summary>
    public static async Task<(int Code, string Said)> Dotnet(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A worker that stays would keep the temporary folder open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(3));
        Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
        StringBuilder said = new();
        try
        {
            said.Append(await process.StandardOutput.ReadToEndAsync(late.Token)).Append(await errors);
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"dotnet {string.Join(' ', arguments)} did not end.");
        }

        return (process.ExitCode, said.ToString());
    }
}
