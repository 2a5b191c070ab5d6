namespace Ninben.Bpmn.Tests.Reference;

/// <summary>One token at a node, with what is inside of it when the node is a scope; the whole process is one too.</summary>
internal sealed class Run(Node? node, Run? scope, long order)
{
    public Node? Node { get; } = node;

    public Run? Scope { get; } = scope;

    public long EnteredAs { get; } = order;

    public long LeftAs { get; set; }

    public bool IsAlive { get; set; } = true;

    /// <summary>The flow on which the token came.</summary>
    public Arc? Via { get; init; }

    /// <summary>Why it cannot go on alone.</summary>
    public string? Trouble { get; set; }

    public Dictionary<string, object?>? Variables { get; set; }

    /// <summary>What is active inside, oldest first.</summary>
    public List<Run> Children { get; } = [];

    /// <summary>What completed inside, oldest first.</summary>
    public List<Run> Done { get; } = [];

    /// <summary>Tokens inside that are on their way.</summary>
    public int Moving { get; set; }

    public int Started { get; set; }

    /// <summary>An event sub-process ended everything else inside.</summary>
    public bool IsInterrupted { get; set; }

    public bool IsCompensated { get; set; }

    /// <summary>A throwing event: what it compensates just now.</summary>
    public Run? Compensates { get; set; }

    /// <summary>It has as many tokens as it needs.</summary>
    public bool IsGathered { get; set; }

    /// <summary>A complex gateway that went on and waits for its reset.</summary>
    public bool IsActivated { get; set; }

    /// <summary>A call that has begun: inside nothing of the caller is seen.</summary>
    public bool IsCalled { get; set; }

    /// <summary>Number of a round of a repeated activity, else 0.</summary>
    public int Round { get; init; }

    public object? Output { get; set; }

    /// <summary>An ad-hoc sub-process: what is still to start.</summary>
    public Queue<Node> Chosen { get; } = new();

    public bool IsBody => Node?.Repeat is not null && Round == 0;

    public string Path => Node is null ? "" : $"{Scope!.Path}/{Node.Id}{(Round > 0 ? $"#{Round}" : "")}";
}

/// <summary>Something that is waited for.</summary>
internal sealed class Watch(Run holder, Node waiting, int index)
{
    public Run Holder { get; } = holder;

    public Node Event { get; } = waiting;

    public int Index { get; } = index;

    public Trigger Trigger => Event.Triggers[Index];

    public TriggerKind Kind => Trigger.Kind;

    public bool IsOpen { get; set; } = true;

    public bool HasHappened { get; set; }

    /// <summary>A condition that held when it was last asked.</summary>
    public bool Held { get; set; }

    /// <summary>A timer: when, in minutes.</summary>
    public long Due { get; init; }

    /// <summary>A timer: how often it fires after this.</summary>
    public int Left { get; init; }
}
