using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ninben.Cli.Tests;

/// <summary>The built program, started as a user would.</summary>
internal static partial class NinbenProgram
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public sealed record Outcome(int Code, string Output, string Errors)
    {
        public string LastLine => Output.TrimEnd().Split('\n')[^1];
    }

    public static async Task<Outcome> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs with lines as the input of a person.</summary>
    public static async Task<Outcome> Converse(string lines, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteLineAsync(lines.AsMemory(), Token);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a server and waits until it says where it listens.</summary>
    public static async Task<(Process Process, Uri Url, string Said)> Serve(params string[] arguments)
    {
        var process = Start(arguments);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match) return (process, new Uri(match.Groups[1].Value), string.Join('\n', said));
        }

        throw new InvalidOperationException("It did not start: " + string.Join('\n', said) + await process.StandardError.ReadToEndAsync(Token));
    }

    /// <summary>Ends a server that a test started.</summary>
    public static async Task End(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ninben.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^(?:Ninben listens on|Open) (http://[^ ,;]+)", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
