namespace Ninben.Bpmn.Tests.Reference;

/// <content>Tokens that wait for each other (ISO/IEC 19510, 13.4).</content>
internal sealed partial class Interpreter
{
    private readonly HashSet<(Run Scope, Node Node)> _fired = [];

    private static List<Run> At(Run run) =>
        [.. run.Scope!.Children.Where(other => other.Node == run.Node && other.Trouble is null).OrderBy(other => other.EnteredAs)];

    /// <summary>13.4.1: one token of each incoming flow; the oldest of each.</summary>
    private void JoinAll(Run run)
    {
        var taken = run.Node!.In.Select(arc => At(run).Find(other => other.Via == arc)).ToArray();
        if (taken.Contains(null))
        {
            AskIfDone(run.Scope!);
            return;
        }

        foreach (var other in taken) if (other != run) Consume(other!);
        _fired.Add((run.Scope!, run.Node));
        Leave(run);
    }

    /// <summary>13.4.5: goes on when its condition over the tokens that have arrived holds; later tokens wait for the reset.</summary>
    private void Activate(Run run)
    {
        var node = run.Node!;
        if (node.In.Count < 2)
        {
            Leave(run);
            return;
        }

        var waiting = At(run);
        object? With(string name) => name switch
        {
            "activationCount" => (long)waiting.Count,
            "waitingForStart" => true,
            _ => Look(run.Scope!, name),
        };
        if (waiting.Exists(other => other.IsActivated)) return;
        if (!run.IsGathered && node.Completion is { } condition && !condition.Holds(With)) return;
        foreach (var other in waiting) if (other != run) Consume(other);
        run.IsGathered = true;
        _fired.Add((run.Scope!, node));
        var flows = node.Out.Where(arc => arc != node.Default && (arc.Condition is null || arc.Condition.Holds(With))).ToList();
        if (flows.Count == 0 && node.Default is { } fallback) flows.Add(fallback);
        if (flows.Count == 0)
        {
            run.Trouble = "no-flow";
            return;
        }

        run.IsActivated = true;
        foreach (var arc in flows) Put(new Move(run.Scope!, arc.To) { Via = arc });
    }

    /// <summary>Nothing moves: the oldest join that may go on goes on.</summary>
    private bool LetOneJoinGo()
    {
        var heads = Active.Where(LooksAhead).Where(run => At(run)[0] == run).ToArray();
        var next = Array.Find(heads, head => !CanStillCome(head))
            // Only joins that wait for each other are left: the standard says nothing, and waiting for ever helps no one.
            ?? Array.Find(heads, head => head.Scope!.Children.TrueForAll(IsWaitingAtJoin));
        if (next is null) return false;
        if (next.Node!.Kind == NodeKind.Complex) Reset(next);
        else JoinSome(next);
        return true;
    }

    private static bool LooksAhead(Run run) => run is { Trouble: null, Node: { Kind: NodeKind.Inclusive or NodeKind.Complex, In.Count: > 1 } };

    private static bool IsWaitingAtJoin(Run run) =>
        run.Trouble is null && (run.Node!.StartQuantity > 1 ? !run.IsGathered : run.Node.IsJoin);

    /// <summary>
    /// 13.4.3, literally: there is a token with a path to an incoming flow without token that does not visit the gateway, and it has no such path to an
    /// incoming flow with one. An activity's boundary events, and a throwing link's catching one, count as flows out of it.
    /// </summary>
    private static bool CanStillCome(Run head)
    {
        var join = head.Node!;
        var waiting = At(head);
        var filled = join.In.Where(arc => waiting.Exists(run => run.Via == arc)).ToList();
        foreach (var token in head.Scope!.Children)
        {
            if (token.Node == join) continue;
            var reached = PathsFrom(token.Node!, join);
            if (join.In.Exists(arc => !filled.Contains(arc) && reached.Contains(arc)) && !filled.Exists(reached.Contains)) return true;
        }

        return false;
    }

    private static HashSet<Arc> PathsFrom(Node from, Node avoided)
    {
        var arcs = new HashSet<Arc>();
        var seen = new HashSet<Node>();
        var open = new Stack<Node>([from]);
        while (open.TryPop(out var node))
        {
            if (node == avoided || !seen.Add(node)) continue;
            foreach (var boundary in node.Boundaries) open.Push(boundary);
            if (node.Kind == NodeKind.Throw && node.Triggers.Find(trigger => trigger.Kind == TriggerKind.Link) is { } link) open.Push(LinkTarget(node, link));
            foreach (var arc in node.Out)
            {
                arcs.Add(arc);
                open.Push(arc.To);
            }
        }

        return arcs;
    }

    /// <summary>13.4.3: takes one token of each flow that has some.</summary>
    private void JoinSome(Run head)
    {
        var waiting = At(head);
        var taken = head.Node!.In.Select(arc => waiting.Find(run => run.Via == arc)).OfType<Run>().OrderBy(run => run.EnteredAs).ToList();
        foreach (var run in taken.SkipLast(1)) Consume(run);
        _fired.Add((head.Scope!, head.Node));
        Leave(taken[^1]);
    }

    /// <summary>13.4.5: nothing more can come: takes in what has come, or is stuck when it never went on.</summary>
    private void Reset(Run head)
    {
        var waiting = At(head);
        if (waiting.Find(run => run.IsActivated) is not { } activated)
        {
            foreach (var run in waiting) run.Trouble = "join-stuck";
            return;
        }

        foreach (var run in waiting) if (run != activated) Consume(run);
        Leave(activated);
    }

    /// <summary>
    /// Only tokens are left that wait for something which cannot come any more. The standard would let them wait for ever. Of a join that has fired, they
    /// are surplus and end with their scope; otherwise the model is at fault.
    /// </summary>
    private bool ReleaseStuck(Run scope)
    {
        if (!scope.Children.TrueForAll(run => IsWaitingAtJoin(run) && !LooksAhead(run))) return false;
        foreach (var run in scope.Children.ToArray())
        {
            if (_fired.Contains((scope, run.Node!))) Remove(run);
            else run.Trouble = "join-stuck";
        }

        return true;
    }
}
