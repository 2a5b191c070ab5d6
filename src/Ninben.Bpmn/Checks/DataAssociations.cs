using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Data associations lead from what holds a value to what takes one (BPMN 2.0, 10.4.1).</summary>
internal static class DataAssociations
{
    private const string Clause = "10.4.1 Data modeling";

    private static readonly ModelRule Ends = ModelRule.Error("data-association-ends",
        "A data association connects data: objects, stores, properties, inputs and outputs.",
        "Name something that holds data.", Clause);

    private static readonly ModelRule Sources = ModelRule.Error("data-association-sources",
        "A data association without a transformation or assignments has one source.",
        "Draw one association for each source, or add a transformation.", Clause);

    private static readonly ModelRule Direction = ModelRule.Error("data-association-direction",
        "Nothing writes the data inputs of a process, and nothing reads its data outputs.",
        "Use a data object between the two.", Clause);

    private static readonly ModelRule Place = ModelRule.Error("property-place", "A property belongs to a process, an activity or an event.",
        "Move it into the process.", Clause);

    private static readonly ModelRule Name = ModelRule.Error("data-state-name",
        "A data object reference with a state is named as its data object with the state in brackets, such as Order [paid].",
        "Correct the name, or remove it.", Clause);

    public static Check Check { get; } = new(Run, [Ends, Sources, Direction, Place, Name]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.Name == "property" && node.Parent is { IsScope: false, IsActivity: false, IsEvent: false } owner)
                subject.Report(Place, node, $"{node.Said} stands in bpmn:{owner.Name}.");
            if (node.Name == "dataObjectReference") CheckName(subject, node);
        }

        foreach (var node in subject.Executable)
            if (node.Name is "dataInputAssociation" or "dataOutputAssociation") CheckAssociation(subject, node);
    }

    private static void CheckAssociation(CheckSubject subject, ModelNode association)
    {
        var sources = association.Bpmn("sourceRef").ToList();
        if (sources.Count > 1 && association.Child("transformation") is null && association.Child("assignment") is null)
            subject.Report(Sources, association, $"The data association '{association.Id}' has {sources.Count} sources.");
        foreach (var source in sources) CheckEnd(subject, association, source, "dataOutput");
        foreach (var target in association.Bpmn("targetRef")) CheckEnd(subject, association, target, "dataInput");
    }

    private static void CheckEnd(CheckSubject subject, ModelNode association, ModelNode end, string forbidden)
    {
        if (subject.Ids.Find(end.Text) is not { } found) return;
        if (found.Name is not ("dataObject" or "dataObjectReference" or "dataStore" or "dataStoreReference" or "property" or "dataInput" or "dataOutput"
            or "inputDataItem" or "outputDataItem"))
            subject.Report(Ends, end, $"{end.Name} of the data association '{association.Id}' names {found.Said}.");
        else if (found.Name == forbidden && found.Parent?.Parent is { Name: "process" or "globalTask" } process)
            subject.Report(Direction, association,
                $"The data association '{association.Id}' {(forbidden == "dataInput" ? "writes" : "reads")} {found.Said} of {process.Said}.");
    }

    private static void CheckName(CheckSubject subject, ModelNode reference)
    {
        if (reference.Child("dataState")?["name"] is not { } state || reference["name"] is not { } name) return;
        if (subject.Ids.Find(reference["dataObjectRef"] ?? "") is not { Name: "dataObject" } found || found["name"] is not { Length: > 0 } whole) return;
        if (string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))) != string.Concat($"{whole}[{state}]".Where(letter => !char.IsWhiteSpace(letter))))
            subject.Report(Name, reference, $"{reference.Said} is named '{name}', expected '{whole} [{state}]'.");
    }
}
