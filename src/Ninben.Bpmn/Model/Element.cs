using System.Collections.Immutable;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Model;

/// <summary>
/// A node of a process. Elements are linked with their flows, hence a class with identity and not a record; after reading nothing changes.
/// </summary>
public sealed class Element
{
    internal Element(string id, ElementKind kind, ElementDetail detail)
    {
        Id = id;
        Kind = kind;
        Detail = detail;
        Behaviour = kind.Behaviour;
    }

    /// <summary>Unique in the model.</summary>
    public string Id { get; }

    /// <summary>As drawn, or null.</summary>
    public string? Name { get; internal init; }

    /// <summary>The name, or the id when there is none: for people.</summary>
    public string Label => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>Name of its line in the element catalogue, e.g. <c>user task</c>.</summary>
    public string KindName => Kind.Name;

    /// <summary>What its kind adds.</summary>
    public ElementDetail Detail { get; }

    /// <summary>The enclosing sub-process; null at the top of the process.</summary>
    public Element? Parent { get; internal init; }

    /// <summary>Gate, review and result settings; the same defaults for elements that have none.</summary>
    public HoldSettings Hold { get; internal init; } = HoldSettings.None;

    /// <summary>Flows that end here.</summary>
    public ImmutableArray<SequenceFlow> Incoming { get; internal set; } = [];

    /// <summary>Flows that start here, in document order.</summary>
    public ImmutableArray<SequenceFlow> Outgoing { get; internal set; } = [];

    /// <summary>The flow to take when no condition holds, or null.</summary>
    public SequenceFlow? Default { get; internal set; }

    /// <summary>Boundary events attached to this activity.</summary>
    public ImmutableArray<Element> Boundaries { get; internal set; } = [];

    /// <summary>For a boundary event: the activity that it is attached to.</summary>
    public Element? Host { get; internal set; }

    internal ElementKind Kind { get; }

    internal IElementBehaviour Behaviour { get; }

    /// <summary>Line in the model, 1-based.</summary>
    public int Line { get; internal init; }

    /// <summary>Column in the model, 1-based.</summary>
    public int Column { get; internal init; }
}
