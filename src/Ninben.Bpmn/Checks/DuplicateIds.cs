namespace Ninben.Bpmn.Checks;

/// <summary>An id names one thing.</summary>
internal static class DuplicateIds
{
    public static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Ids.Repeated)
            subject.Findings.Error("duplicate-id", $"The id '{node.Id}' is used twice.", node, "Give each element an id of its own.");
    }
}
