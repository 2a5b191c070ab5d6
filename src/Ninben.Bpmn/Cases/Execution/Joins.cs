using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.ComplexGateways;
using Ninben.Bpmn.Elements.InclusiveGateways;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// Joins that look ahead (BPMN 2.0, 13.4.3 and 13.4.5), and what is left waiting when nothing can arrive any more. Every waiting token is an instance
/// of its own, so a flow that was taken twice simply has two.
/// </summary>
internal static class Joins
{
    /// <summary>Whether the instance is a token that waits for others.</summary>
    public static bool IsWaiting(Scribe scribe, ElementInstance instance)
    {
        var element = scribe.ModelOf(instance);
        return element.Quantities.Start > 1 ? instance.IsJoined is null : IsJoin(element);
    }

    /// <summary>Whether tokens wait for each other there.</summary>
    public static bool IsJoin(Element element) =>
        element.Quantities.Start > 1 || element is { Incoming.Length: > 1, Detail: ParallelGateway or InclusiveGateway or ComplexGateway };

    /// <summary>Tokens that wait at the same join as this one, itself included, oldest first.</summary>
    public static List<ElementInstance> WaitingAt(Scribe scribe, ElementInstance at)
    {
        var waiting = new List<ElementInstance>();
        foreach (var instance in scribe.State.Active)
            if (instance.Scope == at.Scope && instance.Element == at.Element && instance.Incident == 0) waiting.Add(instance);
        return waiting;
    }

    /// <summary>
    /// Nothing is under way: lets one join go for which nothing more can arrive. When only joins are left that wait for each other, the oldest
    /// inclusive one goes, because the standard leaves that open and stopping would strand the case. True when something went on.
    /// </summary>
    public static bool Settle(Scribe scribe)
    {
        var state = scribe.State;
        List<ElementInstance>? heads = null;
        foreach (var instance in state.Active)
        {
            if (instance.Incident != 0 || !LooksAhead(scribe, instance)) continue;
            if (!(heads ??= []).Exists(head => head.Scope == instance.Scope && head.Element == instance.Element)) heads.Add(instance);
        }

        if (heads is null) return false;
        foreach (var head in heads)
        {
            if (CanReceiveMore(scribe, head)) continue;
            Go(scribe, head);
            return true;
        }

        foreach (var head in heads)
        {
            if (HasOtherThanJoins(scribe, head.Scope)) continue;
            Go(scribe, head);
            return true;
        }

        return false;
    }

    /// <summary>Starts an activity that needs several tokens; false while it waits for more.</summary>
    public static bool TryGather(in Visit visit)
    {
        var scribe = visit.Scribe;
        var arrived = visit.Number;
        var waiting = WaitingAt(scribe, visit.Instance).FindAll(other => other.IsJoined is null && other.Number != arrived);
        if (waiting.Count + 1 < visit.Element.Quantities.Start) return false;
        for (var i = 0; i < visit.Element.Quantities.Start - 1; i++) visit.Write(new ElementLeft(waiting[i].Number, [], visit.Number));
        return true;
    }

    /// <summary>
    /// When only waiting joins are left in a scope, nothing can arrive any more. Surplus tokens of a join that has fired end; a join that
    /// never fired is a fault of the model and becomes an incident. True when tokens ended.
    /// </summary>
    public static bool ReleaseStuck(Scribe scribe, int scope)
    {
        var state = scribe.State;
        foreach (var instance in state.Active)
            if (instance.Scope == scope && (instance.Incident != 0 || !IsWaiting(scribe, instance) || LooksAhead(scribe, instance))) return false;
        var ended = false;
        for (var i = state.Active.Count - 1; i >= 0; i--)
        {
            var instance = state.Active[i];
            if (instance.Scope != scope) continue;
            if (HasFired(state, instance))
            {
                scribe.Write(new ElementCancelled(instance.Number, "surplus"));
                ended = true;
            }
            else
            {
                Incidents.Raise(scribe.Visit(instance), Incidents.JoinStuck,
                    $"“{scribe.ModelOf(instance).Label}” waits for a path that can no longer arrive. Paths out of an exclusive gateway must not be " +
                        $"joined by a parallel one.");
            }
        }

        return ended;
    }

    private static bool LooksAhead(Scribe scribe, ElementInstance instance) =>
        scribe.ModelOf(instance) is { Detail: InclusiveGateway or ComplexGateway, Incoming.Length: > 1 };

    private static bool HasOtherThanJoins(Scribe scribe, int scope)
    {
        foreach (var instance in scribe.State.Active)
            if (instance.Scope == scope && (instance.Incident != 0 || !IsWaiting(scribe, instance))) return true;
        return false;
    }

    /// <summary>
    /// BPMN 2.0, 13.4.3: a token elsewhere in the scope can still reach a flow that has none, by a way that does not pass the join, and cannot
    /// reach in that way a flow that has one already.
    /// </summary>
    private static bool CanReceiveMore(Scribe scribe, ElementInstance head)
    {
        var join = scribe.ModelOf(head);
        var filled = new bool[join.Incoming.Length];
        foreach (var waiting in WaitingAt(scribe, head))
            for (var i = 0; i < filled.Length; i++) filled[i] |= join.Incoming[i].Id == waiting.Flow;
        foreach (var token in scribe.State.Active)
        {
            if (token.Scope != head.Scope || token.Element == head.Element) continue;
            var (reachesFilled, reachesEmpty) = (false, false);
            for (var i = 0; i < filled.Length; i++)
            {
                if (!join.Reaching[i].Contains(scribe.ModelOf(token))) continue;
                if (filled[i]) reachesFilled = true;
                else reachesEmpty = true;
            }

            if (reachesEmpty && !reachesFilled) return true;
        }

        return false;
    }

    private static void Go(Scribe scribe, ElementInstance head)
    {
        var join = scribe.ModelOf(head);
        var waiting = WaitingAt(scribe, head);
        if (join.Detail is ComplexGateway)
        {
            Reset(scribe, waiting);
            return;
        }

        var taken = new List<ElementInstance>();
        foreach (var flow in join.Incoming)
            if (waiting.Find(token => token.Flow == flow.Id) is { } token) taken.Add(token);
        var goer = taken.MaxBy(token => token.Number)!;
        foreach (var token in taken)
            if (token != goer) scribe.Write(new ElementLeft(token.Number, [], goer.Number));
        Lifecycle.Leave(scribe.Visit(goer));
    }

    private static void Reset(Scribe scribe, List<ElementInstance> waiting)
    {
        if (waiting.Find(token => token.IsActivated) is { } activated)
        {
            foreach (var token in waiting)
                if (token != activated) scribe.Write(new ElementLeft(token.Number, [], activated.Number));
            Lifecycle.Leave(scribe.Visit(activated));
            return;
        }

        foreach (var token in waiting)
            Incidents.Raise(scribe.Visit(token), Incidents.JoinStuck,
                $"“{scribe.ModelOf(token).Label}” waits, nothing more can arrive, and its activation condition does not hold.");
    }

    private static bool HasFired(CaseState state, ElementInstance waiting)
    {
        foreach (var item in state.Items)
            if (item is ElementInstance { State: InstanceState.Completed } other && other.Scope == waiting.Scope
                && other.Element == waiting.Element) return true;
        return false;
    }
}
