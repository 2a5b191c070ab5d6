using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Connectors.Documents;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Execution;

namespace Ninben.Connectors.Folder;

/// <summary>
/// Turns the files of one folder into cases: look, store, open, move away, in this order. A crash between two of them repeats the file at
/// the next start, and the command's key (folder and content hash) makes that the same case.
/// </summary>
internal sealed partial class FolderIntake(WatchedFolder folder, IDocuments documents, ICaseRunner cases, IDeployments deployments, TimeProvider time,
    ILogger logger)
{
    // What browsers, scanners and copy programs call a file that is not whole yet.
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".filepart", ".download"];

    private Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    /// <summary>
    /// Looks at the folder once. A file is taken when it has the same size and time as at the look before, so one that is still being
    /// written waits; renaming a finished file into the folder works as well. Returns how many files were moved away.
    /// </summary>
    public async Task<int> Look(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Path);
        var seen = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        var moved = 0;
        foreach (var file in new DirectoryInfo(folder.Path).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).ToList())
        {
            if (file.Name.StartsWith('.') || Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) continue;
            var now = (file.Length, file.LastWriteTimeUtc);
            seen[file.FullName] = now;
            if (!_seen.TryGetValue(file.FullName, out var before) || before != now) continue;
            if (await Take(file, cancellationToken)) moved++;
        }

        _seen = seen;
        return moved;
    }

    private async Task<bool> Take(FileInfo file, CancellationToken cancellationToken)
    {
        // A link could lead anywhere on this machine; only what lies here is taken.
        if (file.LinkTarget is not null) return await Refuse(file, "Expected a file, found a link to another place.", cancellationToken);
        if (file.Length > UploadReader.MostBytes) return await Refuse(file, UploadReader.TooManyBytes(file.Length), cancellationToken);
        if (Version() is not { } version)
        {
            LogNoProcess(logger, folder.Name, folder.Process);
            return false;
        }

        var bytes = await Read(file, cancellationToken);
        if (bytes is null) return false;
        var reading = UploadReader.Check(bytes, claimedType: null, file.Name, folder.Text);
        if (reading.Document is not { } document) return await Refuse(file, reading.Refusal!.Message, cancellationToken);

        var stored = await documents.Add(bytes, document.MediaType, document.Pages, file.Name, cancellationToken);
        var id = new CaseId(Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        var variables = FeelContext.Empty.With(folder.Variable, FeelValue.From(stored.Hash)).With("fileName", FeelValue.From(file.Name));
        var open = new OpenCase(id, folder.Process, version, Path.GetFileNameWithoutExtension(file.Name), variables);
        var actor = new Actor(ActorKind.System, $"folder:{folder.Name}", $"Folder {folder.Name}");
        var answer = await cases.Execute(id, open, actor, new CommandKey($"folder-{folder.Name}-{stored.Hash}", stored.Hash), cancellationToken);
        if (answer.Refusal is { } refusal) return await Refuse(file, refusal.Message, cancellationToken);
        Move(file, "done");
        LogTaken(logger, folder.Name, answer.Case.Value, answer.Repeated ? "seen before" : "new");
        return true;
    }

    private int? Version() => deployments.List("process").Where(model => model.Id == folder.Process).Select(model => (int?)model.Version).Max();

    private async Task<byte[]?> Read(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            // Not shared: whoever still writes keeps it, and it waits for the next look.
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.None);
            var bytes = new byte[checked((int)stream.Length)];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogBusy(logger, folder.Name, file.Name, exception.Message);
            return null;
        }
    }

    private async Task<bool> Refuse(FileInfo file, string why, CancellationToken cancellationToken)
    {
        var moved = Move(file, "refused");
        await File.WriteAllTextAsync(moved + ".reason.txt", why + "\n", cancellationToken);
        LogRefused(logger, folder.Name, file.Name);
        return true;
    }

    private string Move(FileInfo file, string where)
    {
        var target = Path.Combine(folder.Path, where);
        Directory.CreateDirectory(target);
        var path = Path.Combine(target, file.Name);
        // The same name may come every day: the later one gets a mark, and nothing is overwritten.
        if (File.Exists(path)) path = Path.Combine(target,
            $"{Path.GetFileNameWithoutExtension(file.Name)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}{file.Extension}");
        File.Move(file.FullName, path);
        return path;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Folder {Folder}: a file became case {Case} ({How})")]
    private static partial void LogTaken(ILogger logger, string folder, string @case, string how);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Folder {Folder}: refused {File}; the reason lies beside it")]
    private static partial void LogRefused(ILogger logger, string folder, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "Folder {Folder}: {File} cannot be read yet: {Why}")]
    private static partial void LogBusy(ILogger logger, string folder, string file, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Folder {Folder}: the process {Process} is not deployed; files wait")]
    private static partial void LogNoProcess(ILogger logger, string folder, string process);
}
