namespace Ninben.Bpmn.Tests.Reference;

/// <content>Events (ISO/IEC 19510, 13.5).</content>
internal sealed partial class Interpreter
{
    private static bool IsWaitedFor(Trigger trigger) =>
        trigger.Kind is TriggerKind.Message or TriggerKind.Signal or TriggerKind.Timer or TriggerKind.Condition;

    private void Arm(Run holder, Node waiting)
    {
        for (var i = 0; i < waiting.Triggers.Count; i++)
        {
            var trigger = waiting.Triggers[i];
            if (IsWaitedFor(trigger)) _watches.Add(new Watch(holder, waiting, i) { Due = Now + trigger.Minutes, Left = trigger.Times - 1 });
        }
    }

    private void Forget(Predicate<Watch> which)
    {
        foreach (var watch in _watches) if (which(watch)) watch.IsOpen = false;
        _watches.RemoveAll(which);
    }

    /// <summary>A conditional event happens when its condition becomes true; true when something changed.</summary>
    private bool AskConditions()
    {
        var hasChanged = false;
        foreach (var watch in _watches.Where(watch => watch is { IsOpen: true, Kind: TriggerKind.Condition }).ToArray())
        {
            if (!watch.IsOpen) continue;
            // A boundary event of a call looks at the caller's variables, an event sub-process at those of its scope.
            var from = watch.Event.Kind == NodeKind.Boundary && watch.Holder.IsCalled ? watch.Holder.Scope! : watch.Holder;
            var holds = watch.Trigger.Condition!.Holds(name => Look(from, name));
            if (holds == watch.Held) continue;
            hasChanged = true;
            watch.Held = holds;
            if (holds) Match(watch, null);
        }

        return hasChanged;
    }

    private void Match(Watch watch, object? payload)
    {
        watch.HasHappened = true;
        watch.IsOpen = Stays(watch.Event);
        Happen(watch, payload);
    }

    // 13.5.3: what does not interrupt may happen again and again.
    private static bool Stays(Node waiting) => waiting is { Kind: NodeKind.Boundary or NodeKind.Start, Interrupts: false, NeedsAll: false };

    private void Fire(Watch timer)
    {
        timer.HasHappened = true;
        timer.IsOpen = false;
        Happen(timer, null);
        if (timer.Left == 0 || !Stays(timer.Event) || !timer.Holder.IsAlive) return;
        if (timer.Holder.IsInterrupted && timer.Event.Kind == NodeKind.Start) return;
        _watches.Add(new Watch(timer.Holder, timer.Event, timer.Index) { Due = timer.Due + timer.Trigger.Minutes, Left = timer.Left - 1 });
    }

    private void Hear(string signal)
    {
        foreach (var watch in _watches.ToArray())
            if (watch is { IsOpen: true, Kind: TriggerKind.Signal } && watch.Trigger.Name == signal) Match(watch, null);
    }

    private void Happen(Watch watch, object? payload)
    {
        var (holder, waiting) = (watch.Holder, watch.Event);
        if (waiting.NeedsAll && _watches.Where(other => other.Holder == holder && other.Event == waiting).Any(other => !other.HasHappened)) return;
        if (waiting.Kind == NodeKind.Boundary)
        {
            if (waiting.Interrupts) End(holder);
            Put(new Move(holder.Scope!, waiting) { HasHappened = true, Payload = payload });
        }
        else if (waiting.Kind == NodeKind.Start)
        {
            StartInside(holder, waiting, payload);
        }
        else if (holder.Node!.Kind == NodeKind.EventGateway)
        {
            // 13.4.4: the first event takes the token.
            Complete(holder);
            Put(new Move(holder.Scope!, waiting) { Via = holder.Node.Out.Find(arc => arc.To == waiting), HasHappened = true, Payload = payload });
        }
        else
        {
            if (payload is not null) SetResult(holder, waiting.Result!, payload);
            Leave(holder);
        }
    }

    /// <summary>13.5.4: an event sub-process runs inside its scope; an interrupting one ends everything else there, and no other can start any more.</summary>
    private void StartInside(Run scope, Node start, object? payload = null)
    {
        if (start.Interrupts)
        {
            scope.IsInterrupted = true;
            EndInside(scope);
            DropMoves(scope);
            Forget(watch => watch.Holder == scope && watch.Event.Kind == NodeKind.Start);
        }

        var part = ContentOf(scope)!.EventStarts.First(entry => entry.Start == start).Part;
        Put(new Move(scope, part) { HasHappened = true, Starts = start, Payload = payload });
    }

    private Part? ContentOf(Run scope) => scope.Node is null ? Process : scope.IsBody ? null : scope.Node.Inside;

    private void Throw(Run run)
    {
        var node = run.Node!;
        var trigger = node.Triggers.Count > 0 ? node.Triggers[0] : null;
        switch (trigger?.Kind)
        {
            case TriggerKind.Error:
                ThrowError(run, trigger.Name!);
                return;
            case TriggerKind.Terminate:
                Terminate(run);
                return;
            case TriggerKind.Compensation when CompensateNext(run):
                return;
            case TriggerKind.Cancel:
                foreach (var other in run.Scope!.Children.ToArray()) if (other != run) End(other);
                DropMoves(run.Scope);
                if (!CompensateNext(run)) GiveUp(run);
                return;
            case TriggerKind.Escalation:
                Escalate(run, trigger.Name);
                break;
            case TriggerKind.Signal:
                _moves.Enqueue(new Move(Root, null) { Signal = trigger.Name });
                break;
            case TriggerKind.Message:
                Log.Add("!" + trigger.Name);
                break;
            case TriggerKind.Link:
                Put(new Move(run.Scope!, LinkTarget(node, trigger)));
                break;
        }

        if (run.IsAlive) Leave(run);
    }

    private static Node LinkTarget(Node from, Trigger link) => from.Owner!.Nodes.First(node => node.Kind == NodeKind.Catch
        && node.Triggers.Exists(trigger => trigger.Kind == TriggerKind.Link && trigger.Name == link.Name));

    /// <summary>13.5.6: everything else in the scope ends, and the scope is done.</summary>
    private void Terminate(Run run)
    {
        var scope = run.Scope!;
        Complete(run);
        EndInside(scope);
        if (scope == Root)
        {
            Close("Terminated");
            return;
        }

        DropMoves(scope);
        Finished(scope);
    }

    /// <summary>Whether an error with that code would be caught.</summary>
    public bool IsCaught(Run run, string code) => Catcher(run, TriggerKind.Error, code) is not null;

    private void ThrowError(Run run, string code)
    {
        if (Catcher(run, TriggerKind.Error, code) is not var (at, catcher)) run.Trouble = "error-uncaught";
        else Caught(at, catcher);
    }

    // 13.5.2: an escalation that nobody catches is of no further consequence.
    private void Escalate(Run run, string? code)
    {
        if (Catcher(run, TriggerKind.Escalation, code) is var (at, catcher)) Caught(at, catcher);
    }

    private void Caught(Run at, Node catcher)
    {
        if (catcher.Kind == NodeKind.Start)
        {
            StartInside(at.Scope!, catcher);
            return;
        }

        if (catcher.Interrupts) End(at);
        Put(new Move(at.Scope!, catcher));
    }

    /// <summary>13.5.2: the innermost enclosing activity that catches it: by a boundary event, or as a scope by an event sub-process.</summary>
    private (Run At, Node Catcher)? Catcher(Run thrower, TriggerKind kind, string? code)
    {
        for (var at = thrower; at != Root; at = at.Scope!)
        {
            // Boundary events belong to a repeated activity as a whole.
            if (at.Round == 0 && Best(at.Node!.Boundaries, kind, code) is { } boundary) return (at, boundary);
            if (at.Scope!.IsInterrupted || ContentOf(at.Scope) is not { } content) continue;
            if (Best(content.EventStarts.Where(entry => entry.Part != at.Node).Select(entry => entry.Start), kind, code) is { } start) return (at, start);
        }

        return null;
    }

    private static Node? Best(IEnumerable<Node> candidates, TriggerKind kind, string? code)
    {
        bool Fits(Node node, string? name) => node.Triggers.Exists(trigger => trigger.Kind == kind && trigger.Name == name);
        var all = candidates.ToArray();
        return (code is null ? null : Array.Find(all, node => Fits(node, code))) ?? Array.Find(all, node => Fits(node, null));
    }
}
