namespace Ninben.Bpmn.Tests.Reference;

/// <summary>
/// The token game of ISO/IEC 19510 (BPMN 2.0), clause 13, as plainly as it can be written: small, slow, and without anything of the engine. Tokens move in
/// the order in which they were put on their flows; the standard leaves that open, the engine promises it, and so both can be compared step by step.
/// </summary>
internal sealed partial class Interpreter
{
    private const int MostMoves = 1_500;

    private readonly Queue<Move> _moves = new();
    private readonly List<Watch> _watches = [];
    private long _order;

    public Interpreter(Part process, IReadOnlyDictionary<string, object?> variables)
    {
        Process = process;
        Root = new Run(null, null, 0) { Variables = new Dictionary<string, object?>(variables) };
        Open(Root, process.Entries);
        Settle();
    }

    public Part Process { get; }

    public Run Root { get; }

    /// <summary>Minutes since the start.</summary>
    public long Now { get; set; }

    /// <summary>How the case ended, or null.</summary>
    public string? Ending { get; private set; }

    /// <summary>What completed and what was sent, in order.</summary>
    public List<string> Log { get; } = [];

    public IEnumerable<Watch> Waiting => _watches.Where(watch => watch.IsOpen);

    public IEnumerable<Run> Active => Below(Root).OrderBy(run => run.EnteredAs);

    /// <summary>Outside work came back with a value.</summary>
    public void Complete(Run run, object? value)
    {
        if (run.Node!.Result is { } name) SetResult(run, name, value);
        Leave(run);
        Settle();
    }

    /// <summary>Outside work came back with a BPMN error.</summary>
    public void Fail(Run run, string code)
    {
        ThrowError(run, code);
        Settle();
    }

    /// <summary>A message, signal or timer reached what waits for it.</summary>
    public void Tell(Watch watch, object? payload)
    {
        if (watch.Kind == TriggerKind.Timer) Fire(watch);
        else Match(watch, payload);
        Settle();
    }

    /// <summary>A person starts activities of an ad-hoc sub-process.</summary>
    public void Choose(Run adHoc, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) adHoc.Chosen.Enqueue(node);
        Proceed(adHoc);
        Settle();
    }

    /// <summary>A person asks to try again what could not go on.</summary>
    public void Retry(Run run)
    {
        var isWithoutFlow = run.Trouble == "no-flow";
        run.Trouble = null;
        // A complex join chooses its flows when it is activated.
        if (isWithoutFlow && run.Node is not { Kind: NodeKind.Complex, In.Count: > 1 }) GoOn(run);
        else Do(run);
        Settle();
    }

    /// <summary>A person ends the case.</summary>
    public void Cancel()
    {
        EndInside(Root);
        Close("Cancelled");
    }

    private static IEnumerable<Run> Below(Run scope) => scope.Children.SelectMany(child => Below(child).Prepend(child));

    /// <summary>Lets tokens move until all of them wait. A condition is a function of the variables, so it is asked again before every move.</summary>
    private void Settle()
    {
        for (var moves = 0; Ending is null; moves++)
        {
            if (moves > MostMoves) throw new RunawayException();
            if (AskConditions()) continue;
            if (_moves.TryDequeue(out var move)) Do(move);
            else if (!LetOneJoinGo()) return;
        }
    }

    private void Do(Move move)
    {
        if (move.Signal is { } signal) Hear(signal);
        else if (!move.Scope.IsAlive) return;
        else if (move.Target is null) CloseIfDone(move.Scope);
        else Arrive(move);
    }

    private void Put(Move move)
    {
        move.Scope.Moving++;
        _moves.Enqueue(move);
    }

    private void AskIfDone(Run scope) => _moves.Enqueue(new Move(scope, null));

    // An interrupted scope has no tokens on its flows any more.
    private void DropMoves(Run scope)
    {
        foreach (var move in _moves.ToArray())
        {
            _moves.Dequeue();
            if (move.Scope == scope && move.Target is not null) scope.Moving--;
            else _moves.Enqueue(move);
        }
    }

    private void Arrive(Move move)
    {
        move.Scope.Moving--;
        move.Scope.Started++;
        var run = new Run(move.Target, move.Scope, ++_order) { Via = move.Via, Round = move.Round, Variables = move.Locals };
        move.Scope.Children.Add(run);
        Begin(run, move);
    }

    private void Begin(Run run, Move move)
    {
        var node = run.Node!;
        if (node.StartQuantity > 1 && run.Round == 0 && !Gather(run)) return;
        if (node.Inputs.Count > 0 && !run.IsBody)
        {
            var values = node.Inputs.Select(input => (input.Name, input.Value.Value(name => Look(run, name)))).ToArray();
            foreach (var (name, value) in values) (run.Variables ??= [])[name] = value;
        }

        if (!move.HasHappened && run.Round == 0)
            foreach (var boundary in node.Boundaries) Arm(run, boundary);
        if (move.HasHappened && move.Starts is { } start) Open(run, [start], move.Payload);
        else if (move.HasHappened)
        {
            if (move.Payload is not null) SetResult(run, node.Result!, move.Payload);
            Leave(run);
        }
        else if (run.IsBody) BeginRounds(run);
        else Do(run);
    }

    /// <summary>Table 10.3: an activity starts once for so many tokens.</summary>
    private bool Gather(Run run)
    {
        var waiting = run.Scope!.Children.Where(other => other.Node == run.Node && !other.IsGathered && other.Trouble is null).ToArray();
        if (waiting.Length < run.Node!.StartQuantity)
        {
            AskIfDone(run.Scope);
            return false;
        }

        run.IsGathered = true;
        _fired.Add((run.Scope, run.Node));
        foreach (var other in waiting.Where(other => other != run).Take(run.Node.StartQuantity - 1)) Consume(other);
        return true;
    }

    private void Do(Run run)
    {
        var node = run.Node!;
        switch (node.Kind)
        {
            case NodeKind.Start or NodeKind.Boundary or NodeKind.Manual or NodeKind.Exclusive:
            case NodeKind.Catch when node.HasTrigger(TriggerKind.Link):
                Leave(run);
                break;
            case NodeKind.Catch or NodeKind.Receive:
                Arm(run, node);
                break;
            case NodeKind.EventGateway:
                foreach (var arc in node.Out) Arm(run, arc.To);
                break;
            case NodeKind.Script:
                SetResult(run, node.Result!, node.Script!.Value(name => Look(run, name)));
                Leave(run);
                break;
            case NodeKind.Send:
                Log.Add("!" + node.Triggers[0].Name);
                Leave(run);
                break;
            case NodeKind.Throw or NodeKind.End:
                Throw(run);
                break;
            case NodeKind.Parallel:
                if (node.In.Count < 2) Leave(run);
                else JoinAll(run);
                break;
            case NodeKind.Inclusive when node.In.Count < 2:
                Leave(run);
                break;
            case NodeKind.Complex:
                Activate(run);
                break;
            case NodeKind.SubProcess or NodeKind.Transaction:
                Open(run, node.Inside!.Entries);
                break;
            case NodeKind.AdHoc:
                foreach (var (_, start) in node.Inside!.EventStarts) Arm(run, start);
                foreach (var entry in node.Inside.Entries) run.Chosen.Enqueue(entry);
                Proceed(run);
                break;
            case NodeKind.Call:
                Call(run);
                break;
            default:
                // Jobs, reviews and inclusive joins wait.
                break;
        }
    }

    private void Call(Run run)
    {
        if (run.Node!.Inputs.Count == 0)
        {
            var seen = new Dictionary<string, object?>();
            foreach (var name in Visible(run.Scope!)) seen[name] = Look(run.Scope!, name);
            run.Variables = seen;
        }

        run.IsCalled = true;
        Open(run, run.Node.Inside!.Entries);
    }

    /// <summary>Event sub-processes wait as long as their scope is active (13.5.4); then the scope begins.</summary>
    private void Open(Run scope, IEnumerable<Node> entries, object? payload = null)
    {
        foreach (var (_, start) in (scope.Node is null ? Process : scope.Node.Inside!).EventStarts) Arm(scope, start);
        var isStarted = scope.Node?.Kind == NodeKind.EventSubProcess;
        foreach (var entry in entries) Put(new Move(scope, entry) { HasHappened = isStarted, Payload = payload });
        if (!entries.Any()) AskIfDone(scope);
    }

    /// <summary>13.3.2: an activity completes: its outputs are written, then its flows get their tokens.</summary>
    private void Leave(Run run)
    {
        if (run.Round > 0)
        {
            LeaveRound(run);
            return;
        }

        if (!run.IsBody) SetOutputs(run);
        GoOn(run);
    }

    private void GoOn(Run run)
    {
        if (FlowsOut(run) is not { } flows)
        {
            run.Trouble = "no-flow";
            return;
        }

        Complete(run);
        for (var i = 0; i < run.Node!.CompletionQuantity; i++)
            foreach (var arc in flows) Put(new Move(run.Scope!, arc.To) { Via = arc });
        if (flows.Count == 0 || run.Scope!.Node?.Kind == NodeKind.AdHoc) AskIfDone(run.Scope!);
    }

    /// <summary>13.4: which flows a node takes; null when it would have to take one and cannot.</summary>
    private List<Arc>? FlowsOut(Run run)
    {
        var node = run.Node!;
        if (node.Out.Count == 0 || node.Kind == NodeKind.Parallel) return node.Out;
        // A flow belongs to the scope around the node, so its condition sees what is seen there.
        bool Holds(Arc arc) => arc != node.Default && (arc.Condition is null || arc.Condition.Holds(name => Look(run.Scope!, name)));
        // 13.4.5: at the reset of a complex gateway only flows that speak of it.
        if (node is { Kind: NodeKind.Complex, In.Count: > 1 }) return [.. node.Out.Where(arc => arc.Condition?.Form == TermForm.IsNotSet)];
        var flows = node.Kind == NodeKind.Exclusive ? [.. node.Out.Where(Holds).Take(1)] : node.Out.Where(Holds).ToList();
        if (flows.Count == 0 && node.Default is { } fallback) flows.Add(fallback);
        return flows.Count > 0 ? flows : null;
    }

    private void Complete(Run run)
    {
        Log.Add(run.Node!.Id);
        run.Scope!.Done.Add(run);
        run.LeftAs = ++_order;
        Remove(run);
    }

    /// <summary>A token that another one goes on for.</summary>
    private void Consume(Run run) => Remove(run);

    private void Remove(Run run)
    {
        run.IsAlive = false;
        run.Scope!.Children.Remove(run);
        Forget(watch => watch.Holder == run);
    }

    /// <summary>Ends a run without completing it, with all that is inside.</summary>
    private void End(Run run)
    {
        EndInside(run);
        Remove(run);
    }

    private void EndInside(Run scope)
    {
        foreach (var child in scope.Children.ToArray()) End(child);
    }

    private void Close(string ending)
    {
        Ending = ending;
        Root.IsAlive = false;
        Forget(_ => true);
    }

    /// <summary>A scope is done when no token is left inside (13.3.4, 13.5.6).</summary>
    private void CloseIfDone(Run scope)
    {
        if (scope.Node?.Kind == NodeKind.AdHoc && !scope.IsBody)
        {
            ReviewAdHoc(scope);
            return;
        }

        if (scope.Moving > 0 || (scope.Children.Count > 0 && !ReleaseStuck(scope)) || scope.Children.Count > 0) return;
        if (scope == Root) Close("Completed");
        else Finished(scope);
    }

    private void Finished(Run scope)
    {
        if (scope.IsBody) NextRound(scope);
        else if (scope.Node!.Kind is NodeKind.Throw or NodeKind.End) GoOnCompensating(scope);
        else if (scope.Node.Kind == NodeKind.AdHoc) ReviewAdHoc(scope);
        else
        {
            if (scope.IsCalled && scope.Node.Outputs.Count == 0)
                foreach (var (name, value) in scope.Variables ?? []) Set(Outside(scope, name), name, value);
            Leave(scope);
        }
    }

    /// <summary>Something on its way: a token to a node, the question whether a scope is done, or a signal to all.</summary>
    private sealed record Move(Run Scope, Node? Target)
    {
        public Arc? Via { get; init; }

        public int Round { get; init; }

        public Dictionary<string, object?>? Locals { get; init; }

        /// <summary>What the node would wait for has happened already.</summary>
        public bool HasHappened { get; init; }

        public object? Payload { get; init; }

        /// <summary>The start event with which an event sub-process begins.</summary>
        public Node? Starts { get; init; }

        public string? Signal { get; init; }
    }
}

/// <summary>The model goes on for ever without waiting, for example by two event sub-processes that wake each other.</summary>
internal sealed class RunawayException : Exception;
