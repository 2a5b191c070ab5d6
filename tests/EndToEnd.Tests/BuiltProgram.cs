using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Tests;

/// <summary>
/// The program as a user runs it: what <c>./ninben</c> or <c>./dev test</c> built, in a process of its own, on a free loopback port and an own data
/// folder. Disposing ends the process with everything it started and removes the folder.
/// </summary>
public sealed class BuiltProgram : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly StringBuilder output = new();
    private readonly Process process;

    private BuiltProgram(Process process, string address, string dataFolder)
    {
        this.process = process;
        Address = address;
        DataFolder = dataFolder;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Where it listens, without a closing slash.</summary>
    public string Address { get; }

    public string DataFolder { get; }

    /// <summary>Everything it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Starts <c>ninben {arguments} --data {folder} --urls {address}</c> and waits until it is healthy. Skips the test when it was not
    /// built.</summary>
    public static async Task<BuiltProgram> Start(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Root(), ".build", "ninben", "ninben");
        Assert.SkipUnless(File.Exists(path), "The program is not built; `./dev build` builds it, `./dev test` does so by itself.");

        var folder = Directory.CreateTempSubdirectory("ninben-e2e-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(path)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Concat(["--data", folder, "--urls", address])) start.ArgumentList.Add(argument);
        start.Environment["NINBEN_ROOT"] = Root();

        var program = new BuiltProgram(new Process { StartInfo = start }, address, folder);
        try
        {
            program.process.Start();
            program.process.StandardInput.Close();
            program.process.BeginOutputReadLine();
            program.process.BeginErrorReadLine();
            await program.UntilHealthy(cancellationToken);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command to its end and answers its exit code and what it wrote.</summary>
    public static async Task<(int Code, string Output)> Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), ".build", "ninben", "ninben"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Ends the process as a power cut does: at once, without a chance to tidy up. The data folder stays until this is disposed.</summary>
    public async Task Crash(CancellationToken cancellationToken)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Crash(CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }

        process.Dispose();
        if (Directory.Exists(DataFolder)) Directory.Delete(DataFolder, recursive: true);
    }

    private async Task UntilHealthy(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var began = Stopwatch.GetTimestamp();
        while (await ticks.WaitForNextTickAsync(cancellationToken))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with code {process.ExitCode} before it was healthy. It wrote:\n{Output}");
            if (Stopwatch.GetElapsedTime(began) > Deadline) throw new TimeoutException($"Not healthy after {Deadline}. It wrote:\n{Output}");
            if (await IsHealthy(client, cancellationToken)) return;
        }
    }

    private async Task<bool> IsHealthy(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(Address + "/healthz"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
    }

    // The system hands out ports in turn, so the next one who asks does not get this one at once.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ninben.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Ninben.slnx.");
    }
}
