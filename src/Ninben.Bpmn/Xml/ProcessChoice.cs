namespace Ninben.Bpmn.Xml;

/// <summary>Which process of a model is the one to execute.</summary>
internal static class ProcessChoice
{
    /// <summary>The only executable process, or the only process; null after reporting.</summary>
    public static ModelNode? Find(ModelNode root, FindingList findings)
    {
        var all = root.Children.Where(node => node is { Name: "process", IsBpmn: true }).ToList();
        var executable = all.Where(node => node["isExecutable"] is "true" or "1").ToList();
        switch (executable.Count, all.Count)
        {
            case (1, _):
                return Named(executable[0], findings);
            case (0, 1):
                findings.Warning("not-executable", "The process is not marked as executable; it is read as if it were.", all[0],
                    "Write isExecutable=\"true\".");
                return Named(all[0], findings);
            case (0, 0):
                findings.Error("no-process", "The model has no process.", root);
                return null;
            case (0, _):
                findings.Error("no-executable-process", "None of the processes is marked as executable.", all[0],
                    "Write isExecutable=\"true\" on the one to run.");
                return null;
            default:
                findings.Error("several-executable-processes", $"Only one process of a model can be executed, found {executable.Count}.", executable[1],
                    "Split the model, or mark the other pools isExecutable=\"false\".");
                return executable[0];
        }
    }

    private static ModelNode? Named(ModelNode process, FindingList findings)
    {
        if (!string.IsNullOrWhiteSpace(process.Id)) return process;
        findings.Error("process-without-id", "The process has no id.", process, "Write id=\"...\".");
        return null;
    }
}
