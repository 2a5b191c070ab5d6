using Ninben.Bpmn;
using Ninben.Bpmn.Model;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Testing;

namespace Ninben.Cli.Commands.Run;

/// <summary>What a run needs besides its process: the other processes of the file, those that it calls, and decisions.</summary>
internal sealed class RunModels
{
    /// <summary>Everything that was found, deployed in memory.</summary>
    public ScriptedModels Models { get; } = new();

    /// <summary>The processes of the file; none when one has an error.</summary>
    public IReadOnlyList<ProcessDefinition> Processes { get; private init; } = [];

    /// <summary>Reads the file, what it calls from files beside it, and the named decisions or else those beside it. Errors are printed.</summary>
    public static RunModels Read(FileInfo file, IReadOnlyList<FileInfo> decisions)
    {
        var reading = BpmnReader.Read(File.ReadAllBytes(file.FullName), file.Name);
        foreach (var diagnostic in reading.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)) Finding.Print(file, diagnostic);
        var found = new RunModels { Processes = reading.Processes };
        foreach (var process in reading.Processes) found.Models.Deploy(process);
        if (reading.Processes.IsEmpty) return found;
        found.AddCalled(file);
        var named = decisions.Count > 0;
        IEnumerable<FileInfo> files = named ? decisions : file.Directory!.GetFiles("*.dmn").OrderBy(other => other.Name, StringComparer.Ordinal);
        foreach (var one in files) found.AddDecisions(one, named);
        return found;
    }

    private void AddCalled(FileInfo file)
    {
        var others = new Lazy<List<ProcessDefinition>>(() => [.. file.Directory!.GetFiles("*.bpmn").Where(other => other.Name != file.Name)
            .OrderBy(other => other.Name, StringComparer.Ordinal)
            .SelectMany(other => BpmnReader.Read(File.ReadAllBytes(other.FullName), other.Name).Processes)]);
        var open = new Queue<string>(Processes.SelectMany(process => process.Calls));
        while (open.TryDequeue(out var called))
        {
            if (Models.NewestVersion(called) is not null || others.Value.Find(process => process.Id == called) is not { } other) continue;
            Models.Deploy(other);
            foreach (var further in other.Calls) open.Enqueue(further);
        }
    }

    // A faulty file that nobody named may have nothing to do with this process.
    private void AddDecisions(FileInfo file, bool isNamed)
    {
        var reading = DmnReader.Read(File.ReadAllBytes(file.FullName), file.Name);
        if (reading.Model is { } model) Models.Decisions(model);
        else if (isNamed)
            foreach (var diagnostic in reading.Diagnostics) Finding.Print(file, diagnostic);
    }
}
