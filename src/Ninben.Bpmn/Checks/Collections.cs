using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Things of a collection type are marked as collections (BPMN 2.0, 10.4.1), and a loop runs over one (10.3.8).</summary>
internal static class Collections
{
    private static readonly ModelRule Disagrees = ModelRule.Error("collection-disagrees",
        "isCollection of a data input, data output or data object is that of its item definition.",
        "Write the same isCollection, false when it is absent, at both.", "10.4.1 Data modeling");

    private static readonly ModelRule LoopInput = ModelRule.Error("loop-input",
        "A multi-instance task runs over one of its own data inputs, a multi-instance sub-process over a data object or property.",
        "Name a data input of the task in loopDataInputRef.", "10.3.8 Loop characteristics");

    private static readonly ModelRule LoopItem = ModelRule.Error("loop-item",
        "What each instance gets has the item type of the collection, and is no collection itself.",
        "Give inputDataItem an item definition of the same structure with isCollection=\"false\".", "10.3.8 Loop characteristics");

    public static Check Check { get; } = new(Run, [Disagrees, LoopInput, LoopItem]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Executable)
        {
            if (node.Name is "dataInput" or "dataOutput" or "dataObject" or "dataStore" && Items.Of(subject, node) is { } item
                && item.Has("isCollection") != node.Has("isCollection"))
                subject.Report(Disagrees, node, $"{node.Said} is {Word(node)}, but its item definition '{item.Id}' is {Word(item)}.");
            if (node.Name == "multiInstanceLoopCharacteristics" && node.Child("loopDataInputRef") is { } reference) CheckLoop(subject, node, reference);
        }
    }

    private static void CheckLoop(CheckSubject subject, ModelNode loop, ModelNode reference)
    {
        if (loop.Parent is not { } activity || subject.Ids.Find(reference.Text) is not { } input) return;
        var isRight = activity.IsSubProcess ? input.Name is "dataInput" or "dataObject" or "dataObjectReference" or "property"
            : input.Name == "dataInput" && input.Parent?.Parent == activity;
        if (!isRight)
        {
            subject.Report(LoopInput, loop, $"{activity.Said} runs over {input.Said}.");
            return;
        }

        if (loop.Child("inputDataItem") is not { } each || Items.Of(subject, input) is not { } whole || Items.Of(subject, each) is not { } one) return;
        if (one.Has("isCollection") || whole["structureRef"] != one["structureRef"])
            subject.Report(LoopItem, loop, $"{activity.Said} runs over {Items.Said(whole)}, but each instance gets {Items.Said(one)}, {Word(one)}.");
    }

    private static string Word(ModelNode node) => node.Has("isCollection") ? "a collection" : "no collection";
}
