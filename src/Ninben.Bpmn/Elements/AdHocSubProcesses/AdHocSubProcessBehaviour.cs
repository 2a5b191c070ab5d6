using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.AdHocSubProcesses;

/// <summary>
/// BPMN 2.0, 13.3.5. Activities are started by the model's expression, by people, or by a worker. A worker is asked at the start and again whenever
/// nothing runs inside; it answers <c>{elements: [{element, variables}], done}</c>.
/// </summary>
internal sealed class AdHocSubProcessBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var adHoc = (AdHocSubProcess)visit.Element.Detail;
        if (!Scopes.Arm(visit.Scribe, visit.Number, visit.Element.Content)) return;
        if (adHoc.Chooser is { } chooser)
        {
            Ask(visit, chooser);
            return;
        }

        var ids = adHoc.Elements?.Evaluate(visit.Variables, visit.At) ?? FeelValue.FromList([.. visit.Element.Content.Entries.Select(entry =>
            FeelValue.From(entry.Id))]);
        if (!TryChoose(visit, ids, out var chosen)) return;
        visit.Write(new AdHocChosen(visit.Number, chosen));
        Proceed(visit);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        switch (signal)
        {
            case Signal.ScopeEnded:
                Review(visit);
                break;
            case Signal.Picked:
                Proceed(visit);
                break;
            case Signal.Answered answered:
                Answer(visit, answered.Output);
                break;
            default:
                throw new UnreachableException(signal.ToString());
        }
    }

    /// <summary>Something inside ended: complete, go on with what is chosen, ask the worker, or wait.</summary>
    public static void Review(in Visit visit)
    {
        var adHoc = (AdHocSubProcess)visit.Element.Detail;
        var isIdle = visit.Instance.ActiveInside == 0 && visit.Scribe.State.QueuedIn(visit.Number) == 0;
        if (adHoc.Completion is { } condition && visit.Instance.CompletedInside > 0 && ModelExpression.Holds(condition, visit.Variables, visit.At))
        {
            if (adHoc.Rest == AdHocRest.AwaitedFor && !isIdle) return;
            Finish(visit);
        }
        else if (isIdle && visit.Instance.Chosen is { IsEmpty: false }) Proceed(visit);
        else if (isIdle && adHoc.Chooser is { } chooser) Ask(visit, chooser);
        // With a condition that does not hold, or with elements that the model leaves to people, more may come.
        else if (isIdle && adHoc.Completion is null && visit.Instance.StartedInside > 0) Finish(visit);
    }

    private static void Finish(in Visit visit)
    {
        Lifecycle.CancelInside(visit.Scribe, visit.Number, "completed early");
        visit.Scribe.DropQueued(visit.Number);
        Lifecycle.Leave(visit);
    }

    private static void Ask(in Visit visit, ServiceTasks.ServiceTask chooser) =>
        visit.Write(new JobCreated(visit.Scribe.State.NextNumber, visit.Number, chooser.Connector,
            visit.Evaluate(chooser.Inputs).With("tools", Tools(visit.Element)), chooser.Attempts, chooser.TimeoutSeconds));

    private static void Answer(in Visit visit, FeelValue output)
    {
        if (output["done"] is { Kind: FeelKind.Boolean } done && done.AsBoolean())
        {
            Finish(visit);
            return;
        }

        if (!TryChoose(visit, output["elements"], out var chosen)) return;
        if (chosen.Length == 0)
        {
            Incidents.Raise(visit, Incidents.ChoiceUnusable, $"The worker of “{visit.Element.Label}” named no element and did not say that it is done.");
            return;
        }

        visit.Write(new AdHocChosen(visit.Number, chosen));
        Proceed(visit);
    }

    /// <summary>Starts what is chosen: all of it, or in sequence the first one.</summary>
    private static void Proceed(in Visit visit)
    {
        var order = ((AdHocSubProcess)visit.Element.Detail).Order;
        while (visit.Instance.Chosen is { IsEmpty: false } chosen)
        {
            if (order == LoopOrder.Sequential && (visit.Instance.ActiveInside > 0 || visit.Scribe.State.QueuedIn(visit.Number) > 0)) return;
            var element = visit.Element.Content.Entries.First(entry => entry.Id == chosen[0].Element);
            visit.Write(new AdHocStarted(visit.Number));
            visit.Scribe.Enter(new Work(element, visit.Number, 0, null, null, chosen[0].Variables));
        }
    }

    private static bool TryChoose(in Visit visit, FeelValue value, out ImmutableArray<AdHocChoice> chosen)
    {
        chosen = [];
        if (value.Kind != FeelKind.List)
        {
            Incidents.Raise(visit, Incidents.ChoiceUnusable, $"“{visit.Element.Label}” needs a list of elements to start, found {value}.");
            return false;
        }

        var choices = ImmutableArray.CreateBuilder<AdHocChoice>();
        foreach (var item in value.AsList())
        {
            var id = item.Kind == FeelKind.Context ? item["element"] : item;
            if (id.Kind == FeelKind.String && visit.Element.Content.Entries.Any(entry => entry.Id == id.AsString()))
            {
                choices.Add(new AdHocChoice(id.AsString(), item["variables"] is { Kind: FeelKind.Context } own ? own.AsContext() : null));
                continue;
            }

            Incidents.Raise(visit, Incidents.ChoiceUnusable,
                $"“{visit.Element.Label}” has no element {id} to start. It has: {string.Join(", ", visit.Element.Content.Entries.Select(entry => entry.Id))}.");
            return false;
        }

        chosen = choices.ToImmutable();
        return true;
    }

    /// <summary>What a worker can choose from, with the documentation of each.</summary>
    private static FeelValue Tools(Element adHoc) => FeelValue.FromList([.. adHoc.Content.Entries.Select(entry => FeelValue.From(FeelContext.CreateBuilder()
        .Set("element", FeelValue.From(entry.Id)).Set("name", FeelValue.From(entry.Label)).Set("kind", FeelValue.From(entry.KindName))
        .Set("documentation", FeelValue.From(entry.Documentation)).Build()))]);
}
