using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Ocr;

/// <summary>Runs one outside program with arguments as a list (no shell), a time limit and an output limit.</summary>
internal static class OutsideProgram
{
    private const int ErrorLimit = 16 * 1024;

    /// <summary>Runs to the end. Throws a <see cref="ConnectorException"/> that says what to install, or which limit was passed.</summary>
    public static async Task<ProgramOutput> Run(string program, IReadOnlyList<string> arguments, OcrOptions options, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Describe(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new ConnectorException(Install(program), missing) { Retryable = false };
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            process.StandardInput.Close();
            var output = Collect(process.StandardOutput.BaseStream, options.OutputLimit, Overflow.Refuse, limit.Token);
            var errors = Collect(process.StandardError.BaseStream, ErrorLimit, Overflow.Drop, limit.Token);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(limit.Token);
            return new ProgramOutput(process.ExitCode, await output, Encoding.UTF8.GetString(await errors).Trim());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException($"{Path.GetFileName(program)} took longer than {options.TimeLimit.TotalSeconds:0} s and was stopped.");
        }
        catch (OutputTooLargeException tooLarge)
        {
            throw new ConnectorException($"{Path.GetFileName(program)} wrote more than {options.OutputLimit} bytes and was stopped.",
                tooLarge)
            { Retryable = false };
        }
        finally
        {
            Stop(process);
        }
    }

    private static ProcessStartInfo Describe(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        // Several threads per page make Tesseract slower, not faster, when pages are read side by side.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }

    private static string Install(string program)
    {
        var name = Path.GetFileName(program);
        var package = name.StartsWith("pdf", StringComparison.Ordinal) ? "poppler-utils" : "tesseract-ocr";
        return $"The program '{name}' was not found. Install the package {package} (Debian and Ubuntu: apt install {package}) or set its path.";
    }

    private static async Task<byte[]> Collect(Stream stream, int most, Overflow overflow, CancellationToken cancellationToken)
    {
        using var collected = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0) return collected.ToArray();
            var room = most - (int)collected.Length;
            if (count > room && overflow == Overflow.Refuse) throw new OutputTooLargeException();
            await collected.WriteAsync(buffer.AsMemory(0, Math.Min(count, room)), cancellationToken);
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }

    private enum Overflow
    {
        Refuse,
        Drop,
    }

    private sealed class OutputTooLargeException : Exception;
}
