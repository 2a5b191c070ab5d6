using System.Diagnostics;
using System.Globalization;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Loops;

/// <summary>
/// The body of a repeated activity: a scope whose instances are of the activity itself. Each instance has variables of its own (<c>loopCounter</c>
/// and its item); the body leaves when all that had to run have ended.
/// </summary>
internal sealed class LoopBehaviour : IElementBehaviour
{
    public static LoopBehaviour Body { get; } = new();

    public void Enter(in Visit visit)
    {
        if (visit.Element.Loop is StandardLoop standard) Begin(visit, standard);
        else Begin(visit, (MultiInstance)visit.Element.Loop!);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        // Asked when an instance ended without completing, for example by an interrupting event.
        if (signal is not Signal.ScopeEnded) throw new UnreachableException(signal.ToString());
        Continue(visit);
    }

    /// <summary>An instance completed: throws what the model asks for, then ends, goes on, or waits for the others.</summary>
    public static void Completed(in Visit body)
    {
        if (body.Element.Loop is MultiInstance multiple) Announce(body, multiple);
        if (body.Instance.IsActive) Continue(body);
    }

    /// <summary>What an instance gives to the list of outputs.</summary>
    public static void Collect(in Visit inner, MultiInstance multiple)
    {
        if (multiple.OutputCollection is null) return;
        var value = multiple.Output is { } output ? output.Evaluate(inner.Variables, inner.At) : FeelValue.From(inner.Variables)[inner.Element.Hold.Result];
        inner.Write(new LoopOutput(inner.Number, Variables.IsUsable(value) ? value : default));
    }

    private static void Begin(in Visit visit, StandardLoop loop)
    {
        int? maximum = null;
        if (loop.Maximum is { } expression)
        {
            maximum = Whole(expression.Evaluate(visit.Variables, visit.At));
            if (maximum is null) Fail(visit, "its loopMaximum is not a whole number of 0 or more");
            if (maximum is null) return;
        }

        visit.Write(new LoopStarted(visit.Number, maximum, default));
        if (maximum != 0 && (loop.Test == LoopTest.After || Holds(visit, loop.Condition, 0))) Start(visit, 1, 0);
        else Lifecycle.Leave(visit);
    }

    private static void Begin(in Visit visit, MultiInstance loop)
    {
        var items = loop.Collection?.Evaluate(visit.Variables, visit.At) ?? default;
        int? count = loop.Collection is null
            ? Whole(FeelJson.Plain(ModelExpression.Evaluate(loop.Cardinality!, visit.Variables, visit.At)))
            : items.Kind == FeelKind.List ? items.AsList().Count : null;
        if (count is null)
            Fail(visit, loop.Collection is null ? "its loopCardinality is not a whole number of 0 or more" : "its collection is not a list");
        else if (count > CaseLimits.LoopInstances)
            Fail(visit, string.Create(CultureInfo.InvariantCulture, $"it would run {count} times, and {CaseLimits.LoopInstances} is the limit"));
        if (count is null or > CaseLimits.LoopInstances) return;
        visit.Write(new LoopStarted(visit.Number, count, items));
        if (count == 0) Finish(visit, loop);
        else for (var i = 1; i <= (loop.Order == LoopOrder.Sequential ? 1 : count); i++) Start(visit, i, 0);
    }

    private static void Continue(in Visit body)
    {
        var (instance, state) = (body.Instance, body.Scribe.State);
        var done = instance.CompletedInside;
        if (body.Element.Loop is StandardLoop standard)
        {
            if (instance.ActiveInside > 0) return;
            if ((instance.LoopCount is null || done < instance.LoopCount) && Holds(body, standard.Condition, done))
                Start(body, done + 1, Last(state, body.Number));
            else Lifecycle.Leave(body);
            return;
        }

        var loop = (MultiInstance)body.Element.Loop!;
        if (loop.Completion is { } condition && done > 0 && ModelExpression.Holds(condition, Counted(body, loop), body.At))
        {
            Lifecycle.CancelInside(body.Scribe, body.Number, "completed early");
            body.Scribe.DropQueued(body.Number);
            Finish(body, loop);
        }
        else if (loop.Order == LoopOrder.Sequential && instance.ActiveInside == 0 && instance.StartedInside < instance.LoopCount)
            Start(body, instance.StartedInside + 1, Last(state, body.Number));
        else if (instance.ActiveInside == 0 && state.QueuedIn(body.Number) == 0 && instance.StartedInside >= instance.LoopCount)
            Finish(body, loop);
    }

    private static void Start(in Visit body, int counter, int from)
    {
        var locals = FeelContext.Empty.With("loopCounter", FeelValue.From((decimal)counter));
        if (body.Element.Loop is MultiInstance { Item: { } item } && body.Instance.LoopItems is { Kind: FeelKind.List } items)
            locals = locals.With(item, items.AsList()[counter - 1]);
        body.Scribe.Enter(new Work(body.Element, body.Number, from, null, null, locals));
    }

    private static void Finish(in Visit body, MultiInstance loop)
    {
        if (loop.OutputCollection is { } name)
            body.Write(new VariablesSet(Variables.ScopeOf(body, name), FeelContext.Empty.With(name, Outputs(body)), body.Number));
        Lifecycle.Leave(body);
    }

    private static void Announce(in Visit body, MultiInstance loop)
    {
        if (loop.Behaviour.Each is { } each) Throw(body, each);
        if (loop.Behaviour.First is { } first && body.Instance.CompletedInside == 1) Throw(body, first);
        foreach (var (condition, definition) in loop.Behaviour.Complex)
            if (body.Instance.IsActive && ModelExpression.Holds(condition, Counted(body, loop), body.At)) Throw(body, definition);
    }

    private static void Throw(in Visit body, EventDefinition definition) => definition.Kind.Behaviour.Throw(body, definition);

    private static bool Holds(in Visit visit, FeelExpression? condition, int done) => condition is null
        || ModelExpression.Holds(condition, visit.Variables.With("loopCounter", FeelValue.From((decimal)done)), visit.At);

    /// <summary>The variables with the counts of BPMN 2.0, table 10.30, and the outputs so far.</summary>
    private static FeelContext Counted(in Visit body, MultiInstance loop)
    {
        var instance = body.Instance;
        var variables = body.Variables.With("numberOfInstances", Number(instance.LoopCount ?? 0))
            .With("numberOfActiveInstances", Number(instance.ActiveInside))
            .With("numberOfCompletedInstances", Number(instance.CompletedInside))
            .With("numberOfTerminatedInstances", Number(instance.StartedInside - instance.ActiveInside - instance.CompletedInside));
        return loop.OutputCollection is { } name ? variables.With(name, Outputs(body)) : variables;
    }

    private static FeelValue Outputs(in Visit body)
    {
        var outputs = new List<FeelValue>();
        foreach (var inner in body.Scribe.State.Inside(body.Number))
            if (inner.State == InstanceState.Completed) outputs.Add(inner.Output ?? default);
        return FeelValue.FromList([.. outputs]);
    }

    private static int Last(Cases.CaseState state, int body)
    {
        var last = 0;
        foreach (var inner in state.Inside(body)) last = inner.Number;
        return last;
    }

    private static int? Whole(FeelValue value)
    {
        if (value.Kind == FeelKind.String && decimal.TryParse(value.AsString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var text))
            value = FeelValue.From(text);
        return value.Kind == FeelKind.Number && value.AsNumber() is >= 0 and <= int.MaxValue and var number && decimal.IsInteger(number) ? (int)number : null;
    }

    private static FeelValue Number(int value) => FeelValue.From((decimal)value);

    private static void Fail(in Visit visit, string why) =>
        Incidents.Raise(visit, Incidents.LoopUnusable, $"“{visit.Element.Label}” cannot be repeated: {why}.");
}
