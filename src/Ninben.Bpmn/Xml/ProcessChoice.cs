namespace Ninben.Bpmn.Xml;

/// <summary>Which processes of a model are to be executed.</summary>
internal static class ProcessChoice
{
    /// <summary>The executable processes in document order, or the only process; none after reporting.</summary>
    public static List<ModelNode> Find(ModelNode root, FindingList findings)
    {
        var all = root.Children.Where(node => node is { Name: "process", IsBpmn: true }).ToList();
        var executable = all.Where(node => node["isExecutable"] is "true" or "1").ToList();
        switch (executable.Count, all.Count)
        {
            case (0, 1):
                findings.Warning("not-executable", "The process is not marked as executable; it is read as if it were.", all[0],
                    "Write isExecutable=\"true\".");
                return Named(all, findings);
            case (0, 0):
                findings.Error("no-process", "The model has no process.", root);
                return [];
            case (0, _):
                findings.Error("no-executable-process", "None of the processes is marked as executable.", all[0],
                    "Write isExecutable=\"true\" on the one to run.");
                return [];
            case ( > XmlLimits.Processes, _):
                findings.Error("too-many-processes", $"A file has at most {XmlLimits.Processes} executable processes, this one has {executable.Count}.",
                    executable[XmlLimits.Processes], "Put them into several files.");
                return [];
            default:
                return Named(executable, findings);
        }
    }

    private static List<ModelNode> Named(List<ModelNode> processes, FindingList findings)
    {
        foreach (var process in processes)
            if (string.IsNullOrWhiteSpace(process.Id)) findings.Error("process-without-id", "The process has no id.", process, "Write id=\"...\".");
        return processes.FindAll(process => !string.IsNullOrWhiteSpace(process.Id));
    }
}
