namespace Ninben.Bpmn.Tests.Reference;

/// <summary>A random model: a main process, those that it calls, and the variables with which a case begins.</summary>
internal sealed record RandomModel(Part Process, IReadOnlyList<Part> Called, IReadOnlyDictionary<string, object?> Variables)
{
    /// <summary>Names of messages, signals, errors and escalations.</summary>
    public static IReadOnlyList<string> Names { get; } = ["A", "B"];
}
