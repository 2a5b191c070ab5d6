using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Loops;

namespace Ninben.Bpmn.Model;

/// <summary>
/// A node of a process. Elements are linked with their flows, hence a class with identity and not a record; after reading nothing changes.
/// </summary>
public sealed class Element
{
    private Lazy<ImmutableArray<ElementSet>>? _reaching;

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
    public string KindName => Detail is EventDetail { Definitions: [var first, ..] many } && Kind.Tag.EndsWith("Event", StringComparison.Ordinal)
        ? $"{(many.Length > 1 ? "multiple" : first.Kind.Name)} {Kind.Name}"
        : Kind.Name;

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

    /// <summary>What the model says about it, or null.</summary>
    public string? Documentation { get; internal init; }

    /// <summary>How the activity repeats, or null.</summary>
    public LoopDetail? Loop { get; internal init; }

    /// <summary>Variables that the activity has for itself, set when it is entered.</summary>
    public ImmutableArray<ModelInput> Inputs { get; internal init; } = [];

    /// <summary>What is written outside when the activity completes, evaluated over what it sees itself.</summary>
    public ImmutableArray<ModelInput> Outputs { get; internal init; } = [];

    /// <summary>How many tokens start the activity once, and how many leave over each flow (BPMN 2.0, table 10.3); 1 and 1 nearly always.</summary>
    public TokenQuantities Quantities { get; internal init; } = TokenQuantities.One;

    /// <summary>Whether it is only entered to compensate another activity.</summary>
    public bool IsForCompensation { get; internal init; }

    /// <summary>For an activity: what undoes it, or null.</summary>
    public Element? Compensation { get; internal set; }

    /// <summary>Where tokens begin inside a part of a process; for an ad-hoc sub-process the activities that can be chosen. Empty for others.</summary>
    public ImmutableArray<Element> Entries => Content.Entries;

    /// <summary>What begins and waits inside a process part: a sub-process of any kind; empty for others.</summary>
    internal ScopeContent Content { get; set; } = ScopeContent.Empty;

    /// <summary>Place among all elements of the file, from 0.</summary>
    internal int Index { get; init; }

    /// <summary>For a throwing link event: the catching one.</summary>
    internal Element? LinkTarget { get; set; }

    /// <summary>For a catching link event: the throwing ones.</summary>
    internal ImmutableArray<Element> LinkSources { get; set; } = [];

    /// <summary>
    /// For a join that looks ahead: by incoming flow, the elements from which that flow can be reached without passing the join. Found out when a token
    /// waits there for the first time: for all joins of a long row this would be far more than the model itself.
    /// </summary>
    internal ImmutableArray<ElementSet> Reaching => _reaching?.Value ?? [];

    internal ElementKind Kind { get; }

    internal IElementBehaviour Behaviour { get; }

    /// <summary>Line in the model, 1-based.</summary>
    public int Line { get; internal init; }

    /// <summary>Column in the model, 1-based.</summary>
    public int Column { get; internal init; }

    /// <summary>Marks the element as a join that looks ahead.</summary>
    internal void LooksAhead() => _reaching = new Lazy<ImmutableArray<ElementSet>>(() => [.. Incoming.Select(FindReaching)]);

    /// <summary>Backwards over flows, boundary events and links.</summary>
    private ElementSet FindReaching(SequenceFlow flow)
    {
        var reached = new ElementSet();
        var open = new Stack<Element>();
        open.Push(flow.Source);
        while (open.TryPop(out var element))
        {
            if (element == this || !reached.Add(element)) continue;
            foreach (var incoming in element.Incoming) open.Push(incoming.Source);
            if (element.Host is { } host) open.Push(host);
            foreach (var thrower in element.LinkSources) open.Push(thrower);
        }

        return reached;
    }
}
