using Ninben.Feel;

namespace Ninben.Bpmn.Model;

/// <summary>An arrow from one element to another, with a condition or without.</summary>
public sealed class SequenceFlow
{
    internal SequenceFlow(string id, string? name, FeelExpression? condition)
    {
        Id = id;
        Name = name;
        Condition = condition;
    }

    /// <summary>Unique in the model.</summary>
    public string Id { get; }

    /// <summary>Label, or null.</summary>
    public string? Name { get; }

    /// <summary>Taken only when this is true; null when there is no condition.</summary>
    public FeelExpression? Condition { get; }

    /// <summary>Where it starts.</summary>
    public Element Source { get; internal set; } = null!;

    /// <summary>Where it ends.</summary>
    public Element Target { get; internal set; } = null!;

    internal int Line { get; init; }

    internal int Column { get; init; }
}
