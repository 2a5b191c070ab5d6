namespace Ninben.Bpmn.Checks;

/// <summary>An id names one thing (BPMN 2.0, 8.3.1).</summary>
internal static class DuplicateIds
{
    private static readonly ModelRule Duplicate = ModelRule.Error("duplicate-id", "An id names one thing of the file.",
        "Give each element an id of its own.", "8.3.1 Base element");

    public static Check Check { get; } = new(Run, [Duplicate]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Ids.Repeated) subject.Report(Duplicate, node, $"The id '{node.Id}' is used twice.");
    }
}
