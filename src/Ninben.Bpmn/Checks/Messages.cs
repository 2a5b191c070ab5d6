using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Operations, messages and the data that carry them agree (BPMN 2.0, 8.5, 10.3.3, 10.5.1, 10.5.5).</summary>
internal static class Messages
{
    private static readonly ModelRule ServiceSets = ModelRule.Error("operation-input-output",
        "A service task with an operation has one input set, at most one output set, and data of the types of the operation's messages.",
        "Describe input and output in ioSpecification, or remove operationRef.", "10.3.3 Tasks");

    private static readonly ModelRule TaskSets = ModelRule.Error("message-input-output",
        "A send task has at most one input set, a receive task at most one output set, each of the type of its message.",
        "Keep one set with one data item of the message's type.", "10.3.3 Tasks");

    private static readonly ModelRule Payload = ModelRule.Error("event-data",
        "An event has one data item for each trigger that carries data, in the same order and of the same type.",
        "Give each data input or output the item definition of its message, signal, error or escalation.", "10.5.1 Events: concepts");

    private static readonly ModelRule Operation = ModelRule.Error("message-event-without-operation",
        "In an executable process, an event with a typed message names the operation that the message belongs to.",
        "Add operationRef, or remove itemRef from the message: then it is found by its name.", "10.5.5 Event definitions");

    private static readonly ModelRule Binding = ModelRule.Error("service-without-binding",
        "A process or global task that supports an interface says which data belong to which operation.",
        "Add ioBinding, or remove supportedInterfaceRef.", "10.4.1 Data modeling");

    public static Check Check { get; } = new(Run, [ServiceSets, TaskSets, Payload, Operation, Binding]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Executable)
        {
            if (node.Name == "serviceTask") CheckService(subject, node);
            if (node.Name == "sendTask") CheckTask(subject, node, ("inputSet", "dataInput"));
            if (node.Name == "receiveTask") CheckTask(subject, node, ("outputSet", "dataOutput"));
            if (node.IsEvent) CheckEvent(subject, node);
        }

        foreach (var node in subject.Nodes)
            if (node.Child("supportedInterfaceRef") is not null && node.Child("ioSpecification") is not null && node.Child("ioBinding") is null)
                subject.Report(Binding, node, $"{node.Said} supports an interface, but has no ioBinding.");
    }

    private static void CheckService(CheckSubject subject, ModelNode task)
    {
        if (task["operationRef"] is not { } reference || subject.Ids.Find(reference) is not { Name: "operation" } operation) return;
        var io = task.Child("ioSpecification");
        var (inputs, outputs) = (io?.Bpmn("inputSet").Count() ?? 0, io?.Bpmn("outputSet").Count() ?? 0);
        if (inputs != 1 || outputs > 1)
            subject.Report(ServiceSets, task, $"{task.Said} has {inputs} input sets and {outputs} output sets.");
        foreach (var (message, thing) in (ReadOnlySpan<(string, string)>)[("inMessageRef", "dataInput"), ("outMessageRef", "dataOutput")])
        {
            if (operation.Child(message) is { } name && subject.Ids.Find(name.Text) is { Name: "message" } found
                && io?.Bpmn(thing).ToList() is [var value])
                Compare(subject, ServiceSets, value, found);
        }
    }

    private static void CheckTask(CheckSubject subject, ModelNode task, (string Set, string Thing) names)
    {
        if (task.Child("ioSpecification") is not { } io) return;
        var (sets, things) = (io.Bpmn(names.Set).Count(), io.Bpmn(names.Thing).ToList());
        if (sets > 1) subject.Report(TaskSets, task, $"{task.Said} has {sets} times bpmn:{names.Set}.");
        if (things is [var thing] && task["messageRef"] is { } reference && subject.Ids.Find(reference) is { Name: "message" } message)
            Compare(subject, TaskSets, thing, message);
    }

    private static void CheckEvent(CheckSubject subject, ModelNode node)
    {
        var definitions = EventTriggers.DefinitionsOf(subject, node);
        var payloads = definitions.Select(definition => PayloadOf(subject, definition)).ToList();
        var values = node.Children.Where(child => child.IsBpmn && child.Name is "dataInput" or "dataOutput").ToList();
        if (values.Count > 0 && definitions.Length > 1 && values.Count != definitions.Length)
            subject.Report(Payload, node, $"{node.Said} has {definitions.Length} triggers, but {values.Count} data items.");
        foreach (var (value, payload) in values.Zip(payloads))
            if (payload is not null) Compare(subject, Payload, value, payload);
        foreach (var definition in definitions)
            if (definition.Name == "messageEventDefinition" && definition.Child("operationRef") is null
                && PayloadOf(subject, definition) is { } message && message["itemRef"] is not null)
                subject.Report(Operation, node, $"{node.Said} has the typed message '{message.Id}', but no operation.");
    }

    private static ModelNode? PayloadOf(CheckSubject subject, ModelNode definition) =>
        (definition["messageRef"] ?? definition["signalRef"] ?? definition["errorRef"] ?? definition["escalationRef"]) is { } reference
            ? subject.Ids.Find(reference) : null;

    private static void Compare(CheckSubject subject, ModelRule rule, ModelNode value, ModelNode payload)
    {
        var (own, carried) = (Items.Of(subject, value), Items.OfPayload(subject, payload));
        // A message without a type, or with one of another file, cannot be compared.
        if (carried is not null && !Items.AreEquivalent(own, carried))
            subject.Report(rule, value, $"{value.Said} has {Items.Said(own)}, but {payload.Said} has {Items.Said(carried)}.");
    }
}
