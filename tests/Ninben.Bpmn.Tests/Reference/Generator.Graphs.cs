namespace Ninben.Bpmn.Tests.Reference;

/// <content>Cycles, graphs without block structure, and what makes several tokens of one.</content>
internal sealed partial class Generator
{
    /// <summary>A loop drawn with flows; it ends after a few rounds.</summary>
    private (Node First, Node Last) Cycle(Part part, Place place)
    {
        var merge = Add(part, Any(NodeKind.Exclusive, NodeKind.Inclusive), "g");
        var (first, last) = Sequence(part, place);
        Flow(part, merge, first);
        return (merge, Again(part, last, merge, random.Next(1, 4)));
    }

    /// <summary>Goes back for so many rounds, whoever comes, and then on.</summary>
    private Node Again(Part part, Node last, Node back, int rounds)
    {
        var counter = $"b{++_ids}";
        _variables[counter] = 0L;
        var count = Add(part, new Node(Id("t"), NodeKind.Script) { Script = new Term(TermForm.Plus, counter, 1), Result = counter });
        var split = Add(part, NodeKind.Exclusive, "g");
        Flow(part, last, count);
        Flow(part, count, split);
        Flow(part, split, back, new Term(TermForm.Below, counter, rounds));
        var on = Add(part, NodeKind.Manual, "t");
        split.Default = Flow(part, split, on);
        return on;
    }

    /// <summary>Forward flows between gateways and tasks at random, with some flows back.</summary>
    private (Node First, Node Last) Graph(Part part)
    {
        var nodes = new List<Node>();
        for (var count = random.Next(4, 10); count > 0; count--) nodes.Add(GraphNode(part));
        var last = Add(part, Any(NodeKind.Inclusive, NodeKind.Inclusive, NodeKind.Exclusive), "g");
        nodes.Add(last);
        for (var i = 0; i < nodes.Count - 1; i++)
        {
            var to = Enumerable.Range(0, random.Next(1, 4)).Select(_ => nodes[Math.Min(nodes.Count - 1, random.Next(i + 1, i + 5))]).Distinct().ToArray();
            Connect(part, nodes[i], to);
            // Everything can be reached.
            if (i + 1 < nodes.Count - 1 && nodes[i + 1].In.Count == 0) Flow(part, nodes[i], nodes[i + 1], Out(nodes[i]));
            if (nodes[i].Kind is NodeKind.Exclusive or NodeKind.Inclusive && nodes[i].Out.Count > 1 && nodes[i].Default is null)
                nodes[i].Default = Flow(part, nodes[i], nodes[^1]);
        }

        if (last.In.Count == 0) Flow(part, nodes[^2], last);
        Node exit = last;
        for (var back = random.Next(3); back > 0; back--) exit = Again(part, exit, nodes[random.Next(nodes.Count)], random.Next(1, 3));
        return (nodes[0], exit);
    }

    private Node GraphNode(Part part) => random.Next(12) switch
    {
        0 or 1 => Script(part),
        2 => Work(part),
        3 => Add(part, NodeKind.Manual, "t"),
        4 => Add(part, NodeKind.Parallel, "g"),
        5 or 6 => Add(part, NodeKind.Exclusive, "g"),
        _ => Add(part, NodeKind.Inclusive, "g"),
    };

    private Term? Out(Node node) => node.Kind is NodeKind.Exclusive or NodeKind.Inclusive ? Condition() : null;

    private void Connect(Part part, Node from, Node[] to)
    {
        foreach (var target in to) Flow(part, from, target, Out(from));
        if (Chance(1, 6) && from.Kind is NodeKind.Script or NodeKind.Manual) Flow(part, from, to[0], Condition());
    }

    private (Node First, Node Last) Links(Part part)
    {
        var name = Id("l");
        var start = Script(part);
        Flow(part, start, With(Add(part, NodeKind.Throw, "h"), new Trigger(TriggerKind.Link, name)));
        return (start, With(Add(part, NodeKind.Catch, "w"), new Trigger(TriggerKind.Link, name)));
    }

    /// <summary>An activity that gives several tokens, and one later that takes several.</summary>
    private (Node First, Node Last) Quantities(Part part, Place place)
    {
        var giver = Chance(1, 2) ? Script(part) : Work(part);
        var taker = Chance(1, 2) ? Script(part) : Work(part);
        giver.CompletionQuantity = random.Next(1, 4);
        taker.StartQuantity = random.Next(1, 3);
        var (first, last) = Chance(1, 2) ? One(Script(part)) : Sequence(part, place);
        Flow(part, giver, first);
        Flow(part, last, taker);
        return (giver, taker);
    }

    private (Node First, Node Last) Complex(Part part, Place place)
    {
        var split = Add(part, Any(NodeKind.Parallel, NodeKind.Inclusive), "g");
        var join = Add(part, new Node(Id("g"), NodeKind.Complex)
        {
            Completion = Chance(4, 5) ? new Term(TermForm.AtLeast, "activationCount", random.Next(1, 4)) : null,
        });
        for (var branches = random.Next(2, 4); branches > 0; branches--)
        {
            var (first, last) = Sequence(part, place);
            Flow(part, split, first, Out(split));
            Flow(part, last, join);
        }

        if (split.Kind == NodeKind.Inclusive) split.Default = Flow(part, split, join);
        var merge = Add(part, NodeKind.Exclusive, "g");
        if (Chance(1, 3))
        {
            Flow(part, join, merge, new Term(TermForm.IsSet, "waitingForStart", 0));
            var extra = Script(part);
            Flow(part, join, extra, new Term(TermForm.IsNotSet, "waitingForStart", 0));
            Flow(part, extra, merge);
        }
        else
        {
            Flow(part, join, merge);
        }

        return (split, merge);
    }
}
