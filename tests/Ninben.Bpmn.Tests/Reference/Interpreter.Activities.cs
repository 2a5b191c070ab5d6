namespace Ninben.Bpmn.Tests.Reference;

/// <content>Repeated and ad-hoc activities (ISO/IEC 19510, 13.3), compensation and transactions (13.5.5).</content>
internal sealed partial class Interpreter
{
    private void BeginRounds(Run body)
    {
        var repeat = body.Node!.Repeat!;
        if (repeat.Form == RepeatForm.Loop)
        {
            if (repeat.Count != 0 && (!repeat.AsksFirst || GoesOn(body, 0))) StartRound(body, 1);
            else Leave(body);
            return;
        }

        var total = Total(repeat);
        if (total == 0) FinishRounds(body);
        else for (var i = 1; i <= (repeat.Form == RepeatForm.Sequential ? 1 : total); i++) StartRound(body, i);
    }

    private static int Total(Repeat repeat) => repeat.Items?.Count ?? repeat.Count!.Value;

    private static bool GoesOn(Run body, int done) => body.Node!.Repeat!.While is not { } condition
        || condition.Holds(name => name == "loopCounter" ? (long)done : Look(body, name));

    private void StartRound(Run body, int number)
    {
        var locals = new Dictionary<string, object?> { ["loopCounter"] = (long)number };
        if (body.Node!.Repeat!.Items is { } items) locals["item"] = items[number - 1];
        Put(new Move(body, body.Node) { Round = number, Locals = locals });
    }

    private void LeaveRound(Run run)
    {
        var repeat = run.Node!.Repeat!;
        if (repeat.Outputs is not null) run.Output = repeat.Output is { } output
            ? output.Value(name => Look(run, name))
            : Look(run, run.Node.Result!);
        SetOutputs(run);
        Complete(run);
        NextRound(run.Scope!);
    }

    private void NextRound(Run body)
    {
        var repeat = body.Node!.Repeat!;
        var done = body.Done.Count;
        if (repeat.Form == RepeatForm.Loop)
        {
            if ((repeat.Count is null || done < repeat.Count) && GoesOn(body, done)) StartRound(body, done + 1);
            else Leave(body);
            return;
        }

        object? Counted(string name) => name switch
        {
            "numberOfInstances" => (long)Total(repeat),
            "numberOfCompletedInstances" => (long)done,
            "numberOfActiveInstances" => (long)body.Children.Count,
            _ => Look(body, name),
        };
        if (repeat.Until is { } until && done > 0 && until.Holds(Counted))
        {
            EndInside(body);
            DropMoves(body);
            FinishRounds(body);
        }
        else if (body.Children.Count > 0 || body.Moving > 0) return;
        else if (body.Started < Total(repeat)) StartRound(body, body.Started + 1);
        else FinishRounds(body);
    }

    private void FinishRounds(Run body)
    {
        if (body.Node!.Repeat!.Outputs is { } name) SetResult(body, name, body.Done.OrderBy(run => run.Round).Select(run => run.Output).ToList());
        Leave(body);
    }

    private void Proceed(Run adHoc)
    {
        while (adHoc.Chosen.Count > 0 && !(adHoc.Node!.IsSequential && (adHoc.Children.Count > 0 || adHoc.Moving > 0)))
            Put(new Move(adHoc, adHoc.Chosen.Dequeue()));
    }

    /// <summary>13.3.5: the completion condition is asked whenever something inside completes.</summary>
    private void ReviewAdHoc(Run adHoc)
    {
        var node = adHoc.Node!;
        var isIdle = adHoc.Children.Count == 0 && adHoc.Moving == 0;
        if (node.Completion is { } condition && adHoc.Done.Count > 0 && condition.Holds(name => Look(adHoc, name)))
        {
            if (isIdle || !node.AwaitsRest) FinishAdHoc(adHoc);
        }
        else if (isIdle && adHoc.Chosen.Count > 0) Proceed(adHoc);
        else if (isIdle && node.Completion is null && adHoc.Started > 0) FinishAdHoc(adHoc);
    }

    private void FinishAdHoc(Run adHoc)
    {
        EndInside(adHoc);
        DropMoves(adHoc);
        Leave(adHoc);
    }

    /// <summary>Handlers of what had completed before the throw run one after the other, newest first; false when nothing is left.</summary>
    private bool CompensateNext(Run thrower)
    {
        var scope = thrower.Scope!;
        // Inside an event sub-process the work of the scope around it is meant; inside a compensation one, the work of what it compensates.
        while (scope.Node?.Kind == NodeKind.EventSubProcess) scope = scope.Scope!.Compensates ?? scope.Scope!;
        var activity = thrower.Node!.Triggers[0] is { Kind: TriggerKind.Compensation, Name: { } name } ? name : null;
        if (Newest(scope, activity, thrower.EnteredAs) is not var (target, handler, start)) return false;
        thrower.Compensates = target;
        target.IsCompensated = true;
        Put(new Move(thrower, handler) { HasHappened = start is not null, Starts = start, Locals = Seen(target, thrower) });
        return true;
    }

    private static (Run Target, Node Handler, Node? Start)? Newest(Run scope, string? activity, long before)
    {
        foreach (var done in scope.Done.Where(done => !done.IsCompensated && done.LeftAs < before).OrderByDescending(done => done.LeftAs))
        {
            var node = done.Node!;
            if (activity is not null && node.Id != activity) continue;
            // Each round of a repeated activity is compensated by itself.
            if (!done.IsBody && node.Undo is { } handler) return (done, handler, null);
            if (!done.IsBody && node.Kind is not (NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHoc)) continue;
            var part = done.IsBody ? default : node.Inside!.EventStarts.FirstOrDefault(entry => entry.Start.HasTrigger(TriggerKind.Compensation));
            if (part.Start is not null) return (done, part.Part, part.Start);
            if (Newest(done, null, before) is { } inner) return inner;
        }

        return null;
    }

    /// <summary>13.5.5: a handler sees the variables as its activity left them: those that the thrower does not see anyway.</summary>
    private static Dictionary<string, object?>? Seen(Run target, Run thrower)
    {
        var around = new HashSet<Run>();
        for (var scope = thrower.Scope; scope is not null; scope = scope.Scope) around.Add(scope);
        Dictionary<string, object?>? seen = null;
        for (var at = target; ; at = at.Scope!)
        {
            foreach (var (name, value) in at.Variables ?? []) (seen ??= []).TryAdd(name, value);
            if (around.Contains(at.Scope!)) return seen;
        }
    }

    private void GoOnCompensating(Run thrower)
    {
        if (CompensateNext(thrower)) return;
        if (thrower.Node!.HasTrigger(TriggerKind.Cancel)) GiveUp(thrower);
        else Leave(thrower);
    }

    /// <summary>A cancelled transaction is left by its cancel boundary event.</summary>
    private void GiveUp(Run thrower)
    {
        var transaction = thrower.Scope!;
        while (transaction.Node!.Kind != NodeKind.Transaction) transaction = transaction.Scope!;
        End(transaction);
        if (transaction.Node.Boundaries.Find(boundary => boundary.HasTrigger(TriggerKind.Cancel)) is { } left) Put(new Move(transaction.Scope!, left));
        else AskIfDone(transaction.Scope!);
    }
}
