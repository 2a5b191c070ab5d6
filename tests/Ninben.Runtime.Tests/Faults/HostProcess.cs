using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ninben.Runtime.Tests.Faults;

/// <summary>A running fault host: sends lines, waits for their answers, and can be killed without warning.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> waiting = new();
    private readonly Process process;
    private readonly Task reading;
    // Never disposed: clients may still be about to find out that the host is gone.
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile bool dead;
    private int next;

    public HostProcess(string folder)
    {
        // The program beside this assembly, and not Environment.ProcessPath, which is dotnet when the tests run as `dotnet X.dll`.
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Ninben.Runtime.Tests"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [FaultHost.FolderVariable] = folder },
        };
        process = Process.Start(start)!;
        reading = Read();
    }

    /// <summary>The answer's words after the number; null when the process died first.</summary>
    public async Task<string[]?> Ask(string command)
    {
        var number = Interlocked.Increment(ref next);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[number] = answer;
        await writing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.StandardInput.WriteLineAsync($"{number} {command}");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // It was killed between our looking and our writing.
            return null;
        }
        finally
        {
            writing.Release();
        }

        if (dead) return null;
        return await answer.Task is { Length: > 0 } line ? line.Split(' ')[1..] : null;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed.
        }

        if (!process.WaitForExit(TimeSpan.FromSeconds(30))) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await reading;
        process.Dispose();
    }

    private async Task Read()
    {
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            var number = int.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture);
            if (waiting.TryRemove(number, out var answer)) answer.TrySetResult(line);
        }

        dead = true;
        foreach (var answer in waiting.Values) answer.TrySetResult("");
    }
}
