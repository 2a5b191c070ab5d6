namespace Ninben.Bpmn.Tests.Reference;

/// <summary>What a node of a random model is.</summary>
internal enum NodeKind
{
    Start,
    End,
    Throw,
    Catch,
    Boundary,
    Script,
    Job,
    User,
    Manual,
    Receive,
    Send,
    Parallel,
    Exclusive,
    Inclusive,
    Complex,
    EventGateway,
    SubProcess,
    EventSubProcess,
    Transaction,
    AdHoc,
    Call,
}

/// <summary>What an event waits for or causes.</summary>
internal enum TriggerKind
{
    Message,
    Signal,
    Timer,
    Condition,
    Error,
    Escalation,
    Compensation,
    Cancel,
    Terminate,
    Link,
}

/// <summary>One event definition.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Name">Message, signal, code (null for any), link, or the activity to compensate (null for all).</param>
internal sealed record Trigger(TriggerKind Kind, string? Name = null)
{
    /// <summary>Timers: when, in minutes after the event begins to wait.</summary>
    public long Minutes { get; init; }

    /// <summary>Timers: how often in all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Conditional events.</summary>
    public Term? Condition { get; init; }
}

/// <summary>A sequence flow.</summary>
internal sealed record Arc(string Id, Node From, Node To, Term? Condition)
{
    public override string ToString() => Id;
}

/// <summary>How an activity repeats: a standard loop, or several instances.</summary>
internal sealed record Repeat(RepeatForm Form)
{
    /// <summary>Rounds; for a standard loop the most that may run, null for no limit.</summary>
    public int? Count { get; init; }

    /// <summary>The standard loop goes on while it holds.</summary>
    public Term? While { get; init; }

    /// <summary>The standard loop asks before the first round too.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>Several instances: the others end when it holds.</summary>
    public Term? Until { get; init; }

    /// <summary>Several instances: one for each number of this list.</summary>
    public IReadOnlyList<long>? Items { get; init; }

    /// <summary>Several instances: the variable that receives the list of what each round gives.</summary>
    public string? Outputs { get; init; }

    /// <summary>Several instances: what a round gives.</summary>
    public Term? Output { get; init; }
}

/// <summary>Forms of repetition.</summary>
internal enum RepeatForm
{
    Loop,
    Parallel,
    Sequential,
}

/// <summary>A node of a random model, from which both the BPMN text and the reference's run are made.</summary>
internal sealed class Node(string id, NodeKind kind)
{
    public string Id { get; } = id;

    public NodeKind Kind { get; } = kind;

    public Part? Owner { get; set; }

    public List<Arc> In { get; } = [];

    public List<Arc> Out { get; } = [];

    public Arc? Default { get; set; }

    public List<Trigger> Triggers { get; } = [];

    /// <summary>Several triggers must all happen.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>Boundary events and starts of event sub-processes.</summary>
    public bool Interrupts { get; init; } = true;

    public Node? Host { get; set; }

    public List<Node> Boundaries { get; } = [];

    /// <summary>The handler that compensates this activity.</summary>
    public Node? Undo { get; set; }

    public bool IsHandler { get; set; }

    /// <summary>What is inside a sub-process, or the process that is called.</summary>
    public Part? Inside { get; set; }

    public Repeat? Repeat { get; set; }

    public List<(string Name, Term Value)> Inputs { get; } = [];

    public List<(string Name, Term Value)> Outputs { get; } = [];

    public Term? Script { get; init; }

    /// <summary>Variable that receives the result; null for none that matters.</summary>
    public string? Result { get; init; }

    public int StartQuantity { get; set; } = 1;

    public int CompletionQuantity { get; set; } = 1;

    /// <summary>Of an ad-hoc sub-process, or the activation of a complex gateway.</summary>
    public Term? Completion { get; init; }

    /// <summary>An ad-hoc sub-process: one after the other.</summary>
    public bool IsSequential { get; init; }

    /// <summary>An ad-hoc sub-process: what runs when it is complete is waited for.</summary>
    public bool AwaitsRest { get; init; }

    public bool IsActivity => Kind is NodeKind.Script or NodeKind.Job or NodeKind.User or NodeKind.Manual or NodeKind.Receive or NodeKind.Send
        or NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHoc or NodeKind.Call;

    public bool IsJoin => In.Count > 1 && Kind is NodeKind.Parallel or NodeKind.Inclusive or NodeKind.Complex;

    public bool HasTrigger(TriggerKind kind) => Triggers.Exists(trigger => trigger.Kind == kind);

    public override string ToString() => Id;
}

/// <summary>A process or a part of one.</summary>
internal sealed class Part(string id)
{
    public string Id { get; } = id;

    public List<Node> Nodes { get; } = [];

    public List<Arc> Arcs { get; } = [];

    /// <summary>Where tokens begin (ISO/IEC 19510, 13.2: the start event, else whatever has no incoming flow).</summary>
    public IEnumerable<Node> Entries => Nodes.Exists(IsPlainStart)
        ? Nodes.Where(IsPlainStart)
        : Nodes.Where(node => node.In.Count == 0 && !node.IsHandler && node.Kind is not (NodeKind.Boundary or NodeKind.EventSubProcess or NodeKind.Start)
            && !(node.Kind == NodeKind.Catch && node.HasTrigger(TriggerKind.Link)));

    /// <summary>Event sub-processes with their start events, in document order.</summary>
    public IEnumerable<(Node Part, Node Start)> EventStarts => Nodes.Where(node => node.Kind == NodeKind.EventSubProcess)
        .Select(node => (node, node.Inside!.Nodes.First(inner => inner.Kind == NodeKind.Start)));

    private static bool IsPlainStart(Node node) => node is { Kind: NodeKind.Start, Triggers.Count: 0 };
}
