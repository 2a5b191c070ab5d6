namespace Ninben.Bpmn.Tests.Reference;

/// <summary>
/// Writes random models. Most blocks have one way in and one way out; graphs of gateways do not, and flows of them may be taken several times. Every loop
/// counts its rounds, so that every path can end.
/// </summary>
internal sealed partial class Generator(Random random)
{
    private readonly int _mostIds = random.Next(20, 90);
    private readonly Dictionary<string, object?> _variables = new() { ["n"] = (long)random.Next(4), ["m"] = (long)random.Next(4) };
    private readonly List<Part> _called = [];
    private int _ids;
    private int _graphs;

    public static RandomModel Next(Random random)
    {
        var generator = new Generator(random);
        var process = generator.Scope("p", new Place(0, PlaceKind.Process));
        return new RandomModel(process, generator._called, generator._variables);
    }

    private bool Chance(int one, int of) => random.Next(of) < one;

    private T Any<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private string Id(string prefix) => $"{prefix}{++_ids}";

    private string Name() => Any("A", "B");

    private string Number() => Any("n", "n", "m");

    private Node Add(Part part, NodeKind kind, string prefix) => Add(part, new Node(Id(prefix), kind));

    private static Node Add(Part part, Node node)
    {
        node.Owner = part;
        part.Nodes.Add(node);
        return node;
    }

    private static Node With(Node node, Trigger trigger)
    {
        node.Triggers.Add(trigger);
        return node;
    }

    private Arc Flow(Part part, Node from, Node to, Term? condition = null)
    {
        var arc = new Arc($"f{++_ids}", from, to, condition);
        part.Arcs.Add(arc);
        from.Out.Add(arc);
        to.In.Add(arc);
        return arc;
    }

    private Term Condition() => random.Next(3) switch
    {
        0 => new Term(TermForm.Remainder, Number(), 2, random.Next(2)),
        1 => new Term(TermForm.AtLeast, Number(), random.Next(6)),
        _ => new Term(TermForm.Below, Number(), random.Next(8)),
    };

    /// <summary>A process or the inside of a sub-process: from a start to an end, with event sub-processes beside it.</summary>
    private Part Scope(string id, Place place)
    {
        var part = new Part(id);
        var (first, last) = Sequence(part, place);
        if (place.Kind == PlaceKind.EventSubProcess || Chance(9, 10)) Flow(part, Add(part, NodeKind.Start, "s"), first);
        else if (first.In.Count > 0) Flow(part, Add(part, NodeKind.Manual, "t"), first);
        if (Chance(9, 10)) Flow(part, last, End(part, place));
        EndPaths(part);
        for (var more = random.Next(4) - (place.Kind == PlaceKind.SubProcess ? 1 : 2); more > 0; more--) EventSubProcess(part, place);
        return part;
    }

    /// <summary>Where one path has an end event, all have (ISO/IEC 19510, 10.5.3); an intermediate event always leads somewhere.</summary>
    private void EndPaths(Part part)
    {
        var open = part.Nodes.Where(node => node is { Out.Count: 0, IsHandler: false, Kind: not (NodeKind.End or NodeKind.EventSubProcess) }
            && !(node.Kind == NodeKind.Throw && node.HasTrigger(TriggerKind.Link))).ToArray();
        if (!part.Nodes.Exists(node => node.Kind == NodeKind.End)
            && !Array.Exists(open, node => node.Kind is NodeKind.Catch or NodeKind.Throw or NodeKind.Boundary)) return;
        foreach (var node in open) Flow(part, node, Add(part, NodeKind.End, "e"));
    }

    private Node End(Part part, Place place)
    {
        var end = Add(part, NodeKind.End, "e");
        var name = Name();
        return random.Next(14) switch
        {
            0 => With(end, new Trigger(TriggerKind.Terminate)),
            1 => With(end, new Trigger(TriggerKind.Signal, name)),
            2 => With(end, new Trigger(TriggerKind.Escalation, name)),
            3 => With(end, new Trigger(TriggerKind.Message, name)),
            4 when place.Depth > 0 => With(end, new Trigger(TriggerKind.Error, name)),
            5 => With(end, new Trigger(TriggerKind.Compensation)),
            6 or 7 when place.Kind == PlaceKind.Transaction => With(end, new Trigger(TriggerKind.Cancel)),
            _ => end,
        };
    }

    private (Node First, Node Last) Sequence(Part part, Place place)
    {
        var (first, last) = Block(part, place);
        for (var more = random.Next(3); more > 0; more--)
        {
            var next = Block(part, place);
            Flow(part, last, next.First);
            last = next.Last;
        }

        return (first, last);
    }

    private (Node First, Node Last) Block(Part part, Place place)
    {
        var isDeep = place.Depth > 3 || _ids > _mostIds;
        switch (random.Next(isDeep ? 9 : 26))
        {
            case 0 or 1: return One(Script(part));
            case 2: return One(Work(part));
            case 3: return One(Add(part, NodeKind.Manual, "t"));
            case 4: return One(Wait(part));
            case 5: return One(Throw(part));
            case 6: return Undoable(part);
            case 7: return Watched(part, Work(part), place);
            case 8: return Forked(part, Work(part), place.Deeper);
            case 9 or 10: return Gateways(part, place.Deeper, Any(NodeKind.Exclusive, NodeKind.Parallel));
            case 11 or 12: return Gateways(part, place.Deeper, NodeKind.Inclusive);
            case 13: return Race(part, place.Deeper);
            case 14 or 15: return MaybeWatched(part, SubProcess(part, place), place);
            case 16: return MaybeWatched(part, Call(part, place), place);
            case 17: return MaybeWatched(part, Repeated(part, place), place);
            case 18: return MaybeWatched(part, AdHoc(part, place), place);
            case 19: return Transaction(part, place);
            case 20: return Cycle(part, place.Deeper);
            case 21: return Links(part);
            case 22: return Quantities(part, place.Deeper);
            case 23: return Complex(part, place.Deeper);
            case 24: return Forked(part, Chance(1, 2) ? SubProcess(part, place) : Call(part, place), place.Deeper);
            default: return _graphs++ < 2 ? Graph(part) : One(Script(part));
        }
    }

    private static (Node First, Node Last) One(Node node) => (node, node);

    private Node Script(Part part)
    {
        var name = Number();
        return Add(part, new Node(Id("t"), NodeKind.Script) { Script = new Term(TermForm.Plus, name, random.Next(1, 4)), Result = name });
    }

    /// <summary>An activity that waits for somebody.</summary>
    private Node Work(Part part)
    {
        var node = Add(part, random.Next(4) switch
        {
            0 => new Node(Id("u"), NodeKind.User) { Result = Number() },
            1 => With(new Node(Id("r"), NodeKind.Receive) { Result = Number() }, new Trigger(TriggerKind.Message, Name())),
            _ => new Node(Id("j"), NodeKind.Job) { Result = Number() },
        });
        Own(node);
        return node;
    }

    /// <summary>Sometimes variables of its own, and outputs.</summary>
    private void Own(Node node)
    {
        if (Chance(1, 4)) node.Inputs.Add((Number(), new Term(TermForm.Plus, Number(), random.Next(3))));
        if (Chance(1, 5)) node.Outputs.Add((Number(), new Term(TermForm.Plus, Number(), random.Next(2))));
    }

    private Trigger Happening(bool mayTime = true) => random.Next(mayTime ? 5 : 3) switch
    {
        0 => new Trigger(TriggerKind.Signal, Name()),
        1 => new Trigger(TriggerKind.Condition) { Condition = new Term(TermForm.AtLeast, Number(), random.Next(7)) },
        2 => new Trigger(TriggerKind.Message, Name()),
        _ => new Trigger(TriggerKind.Timer) { Minutes = random.Next(1, 9) },
    };

    private Node Wait(Part part)
    {
        var node = Add(part, new Node(Id("w"), NodeKind.Catch) { Result = "n", NeedsAll = Chance(1, 2) });
        With(node, Happening());
        if (Chance(1, 5)) With(node, Happening());
        return node;
    }

    private Node Throw(Part part)
    {
        var name = Name();
        if (Chance(1, 8)) return With(Add(part, NodeKind.Send, "t"), new Trigger(TriggerKind.Message, name));
        var node = Add(part, NodeKind.Throw, "h");
        return random.Next(7) switch
        {
            0 => node,
            1 => With(node, new Trigger(TriggerKind.Message, name)),
            2 or 3 => With(node, new Trigger(TriggerKind.Escalation, name)),
            4 => With(node, new Trigger(TriggerKind.Compensation)),
            _ => With(node, new Trigger(TriggerKind.Signal, name)),
        };
    }

    /// <summary>Where something is being written.</summary>
    private readonly record struct Place(int Depth, PlaceKind Kind)
    {
        public Place Deeper => this with { Depth = Depth + 1 };

        public Place Inside(PlaceKind kind) => new(Depth + 1, kind);
    }

    private enum PlaceKind
    {
        Process,
        SubProcess,
        EventSubProcess,
        Transaction,
    }
}
