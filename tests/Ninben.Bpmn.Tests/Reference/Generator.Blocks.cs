namespace Ninben.Bpmn.Tests.Reference;

/// <content>Blocks that hold other blocks.</content>
internal sealed partial class Generator
{
    private (Node First, Node Last) Gateways(Part part, Place place, NodeKind kind)
    {
        var (split, join) = (Add(part, kind, "g"), Add(part, kind, "g"));
        for (var branches = random.Next(2, 4); branches > 0; branches--)
        {
            var condition = kind == NodeKind.Parallel ? null : Condition();
            if (Chance(1, 8))
            {
                Flow(part, split, join, condition);
                continue;
            }

            var (first, last) = Sequence(part, place);
            Flow(part, split, first, condition);
            Flow(part, last, join);
        }

        if (kind != NodeKind.Parallel && Chance(29, 30)) split.Default = Flow(part, split, join);
        return (split, join);
    }

    /// <summary>An activity whose outgoing flows have conditions.</summary>
    private (Node First, Node Last) Forked(Part part, Node node, Place place)
    {
        var join = Add(part, NodeKind.Inclusive, "g");
        for (var branches = random.Next(1, 3); branches > 0; branches--)
        {
            var (first, last) = Chance(1, 2) ? One(Script(part)) : Sequence(part, place);
            Flow(part, node, first, Condition());
            Flow(part, last, join);
        }

        node.Default = Flow(part, node, join);
        return (node, join);
    }

    /// <summary>An event-based gateway.</summary>
    private (Node First, Node Last) Race(Part part, Place place)
    {
        var (split, merge) = (Add(part, NodeKind.EventGateway, "g"), Add(part, NodeKind.Exclusive, "g"));
        // 10.6.6: receive tasks and message events are not mixed.
        var withTasks = Chance(1, 3);
        for (var branches = random.Next(2, 4); branches > 0; branches--)
        {
            var wait = withTasks && Chance(1, 2)
                ? With(Add(part, new Node(Id("r"), NodeKind.Receive) { Result = "n" }), new Trigger(TriggerKind.Message, Name()))
                : With(Add(part, new Node(Id("w"), NodeKind.Catch) { Result = "n" }), withTasks ? new Trigger(TriggerKind.Signal, Name()) : Happening());
            Flow(part, split, wait);
            var (first, last) = Sequence(part, place);
            Flow(part, wait, first);
            Flow(part, last, merge);
        }

        return (split, merge);
    }

    private Node SubProcess(Part part, Place place)
    {
        var node = Add(part, NodeKind.SubProcess, "sub");
        Own(node);
        node.Inside = Scope(node.Id, place.Inside(PlaceKind.SubProcess));
        if (Chance(1, 4)) Handle(part, node);
        return node;
    }

    private Node Call(Part part, Place place)
    {
        var node = Add(part, NodeKind.Call, "call");
        Own(node);
        if (_called.Count > 0 && Chance(1, 2)) node.Inside = _called[random.Next(_called.Count)];
        else
        {
            var called = Scope(Id("q"), place.Inside(PlaceKind.SubProcess));
            _called.Add(called);
            node.Inside = called;
        }

        if (Chance(1, 4)) Handle(part, node);
        return node;
    }

    private Node Repeated(Part part, Place place)
    {
        var node = random.Next(3) switch
        {
            0 => SubProcess(part, place),
            1 => Script(part),
            _ => Work(part),
        };
        node.Repeat = random.Next(3) switch
        {
            0 => new Repeat(RepeatForm.Loop)
            {
                Count = random.Next(4),
                While = Chance(1, 2) ? new Term(TermForm.Below, "loopCounter", random.Next(4)) : null,
                AsksFirst = Chance(1, 2),
            },
            1 => Several(RepeatForm.Sequential, node),
            _ => Several(RepeatForm.Parallel, node),
        };
        return node;
    }

    private Repeat Several(RepeatForm form, Node node) => new(form)
    {
        Count = random.Next(4),
        Items = Chance(1, 2) ? [.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(9))] : null,
        Until = Chance(1, 3) ? new Term(TermForm.AtLeast, Any("numberOfCompletedInstances", "numberOfActiveInstances"), random.Next(1, 3)) : null,
        Outputs = Chance(1, 2) ? "all" : null,
        Output = node.Result is null || Chance(1, 2) ? new Term(TermForm.Plus, Any("loopCounter", "n"), 10) : null,
    };

    private Node AdHoc(Part part, Place place)
    {
        var node = Add(part, new Node(Id("ad"), NodeKind.AdHoc)
        {
            IsSequential = Chance(1, 2),
            AwaitsRest = Chance(1, 2),
            Completion = Chance(1, 2) ? new Term(TermForm.AtLeast, "n", random.Next(5)) : null,
        });
        node.Inside = new Part(node.Id);
        for (var several = random.Next(1, 4); several > 0; several--)
        {
            var inner = Chance(1, 2) ? Work(node.Inside) : Script(node.Inside);
            if (Chance(1, 3)) Flow(node.Inside, inner, Script(node.Inside));
            if (Chance(1, 4)) Flow(node.Inside, Boundary(node.Inside, inner), Script(node.Inside));
        }

        if (Chance(1, 4)) EventSubProcess(node.Inside, place.Inside(PlaceKind.SubProcess));
        return node;
    }

    private (Node First, Node Last) Transaction(Part part, Place place)
    {
        var node = Add(part, NodeKind.Transaction, "tx");
        node.Inside = Scope(node.Id, place.Inside(PlaceKind.Transaction));
        var merge = Add(part, NodeKind.Exclusive, "g");
        Flow(part, node, merge);
        if (Chance(4, 5)) Flow(part, With(Attach(part, node, true), new Trigger(TriggerKind.Cancel)), merge);
        if (Chance(1, 3)) Watch(part, node, place, merge);
        return (node, merge);
    }

    private (Node First, Node Last) MaybeWatched(Part part, Node host, Place place) => Chance(1, 2) ? Watched(part, host, place) : One(host);

    /// <summary>An activity with boundary events whose paths meet it again, or end by themselves.</summary>
    private (Node First, Node Last) Watched(Part part, Node host, Place place)
    {
        var merge = Add(part, Any(NodeKind.Exclusive, NodeKind.Exclusive, NodeKind.Inclusive), "g");
        Flow(part, host, merge);
        for (var several = random.Next(1, 4); several > 0; several--) Watch(part, host, place, Chance(2, 3) ? merge : null);
        return (host, merge);
    }

    private Node Attach(Part part, Node host, bool interrupts, bool needsAll = false)
    {
        var boundary = Add(part, new Node(Id("b"), NodeKind.Boundary) { Interrupts = interrupts, NeedsAll = needsAll, Result = "n", Host = host });
        host.Boundaries.Add(boundary);
        return boundary;
    }

    private void Watch(Part part, Node host, Place place, Node? merge = null)
    {
        var boundary = Boundary(part, host);
        var (first, last) = Chance(1, 2) ? One(Script(part)) : Sequence(part, place.Deeper);
        Flow(part, boundary, first);
        if (merge is not null) Flow(part, last, merge);
    }

    private Node Boundary(Part part, Node host)
    {
        var code = Chance(1, 3) ? null : Name();
        switch (random.Next(4))
        {
            case 0 when host.Boundaries.TrueForAll(other => !other.Triggers.Exists(trigger => trigger.Kind == TriggerKind.Error && trigger.Name == code)):
                return With(Attach(part, host, true), new Trigger(TriggerKind.Error, code));
            case 1:
                return With(Attach(part, host, Chance(1, 2)), new Trigger(TriggerKind.Escalation, code));
            default:
                var boundary = With(Attach(part, host, Chance(1, 2), Chance(1, 3)), Happening());
                if (Chance(1, 6)) With(boundary, Happening(false));
                else if (boundary.Triggers[0].Kind == TriggerKind.Timer && Chance(1, 3))
                    boundary.Triggers[0] = boundary.Triggers[0] with { Times = random.Next(2, 4) };
                return boundary;
        }
    }

    private void EventSubProcess(Part part, Place place)
    {
        if (_ids > _mostIds || place.Depth > 3) return;
        var node = Add(part, NodeKind.EventSubProcess, "esp");
        node.Inside = Scope(node.Id, place.Inside(PlaceKind.EventSubProcess));
        var plain = node.Inside.Nodes.Find(inner => inner.Kind == NodeKind.Start)!;
        var kind = random.Next(place.Kind == PlaceKind.SubProcess ? 7 : 6);
        var start = new Node(plain.Id, NodeKind.Start) { Interrupts = kind is 0 or 6 || Chance(1, 2), Result = "n", Owner = node.Inside };
        With(start, kind switch
        {
            0 => new Trigger(TriggerKind.Error, Chance(1, 3) ? null : Name()),
            1 => new Trigger(TriggerKind.Escalation, Chance(1, 3) ? null : Name()),
            6 => new Trigger(TriggerKind.Compensation),
            _ => Happening(),
        });
        if (start is { Interrupts: false, Triggers: [{ Kind: TriggerKind.Timer } timer] } && Chance(1, 3))
            start.Triggers[0] = timer with { Times = random.Next(2, 4) };
        node.Inside.Nodes[node.Inside.Nodes.IndexOf(plain)] = start;
        Rewire(node.Inside, plain, start);
    }

    private static void Rewire(Part part, Node from, Node to)
    {
        foreach (var arc in from.Out)
        {
            var moved = arc with { From = to };
            to.Out.Add(moved);
            arc.To.In[arc.To.In.IndexOf(arc)] = moved;
            part.Arcs[part.Arcs.IndexOf(arc)] = moved;
        }
    }

    /// <summary>An activity with a handler, and sometimes what compensates it.</summary>
    private (Node First, Node Last) Undoable(Part part)
    {
        var node = Chance(1, 2) ? Script(part) : Work(part);
        Handle(part, node);
        if (Chance(1, 2)) return One(node);
        var thrower = With(Add(part, NodeKind.Throw, "h"), new Trigger(TriggerKind.Compensation, Chance(1, 2) ? node.Id : null));
        Flow(part, node, thrower);
        return (node, thrower);
    }

    private void Handle(Part part, Node node)
    {
        node.Undo = Chance(3, 4) ? Script(part) : Work(part);
        node.Undo.IsHandler = true;
    }
}
