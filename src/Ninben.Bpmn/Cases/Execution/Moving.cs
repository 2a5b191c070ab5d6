using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>A person puts a token elsewhere in the same process part.</summary>
internal static class Moving
{
    public static Refusal? Move(Scribe scribe, MoveToken command)
    {
        if (Refusals.Reason(command.Reason, "the case goes on elsewhere") is { } refusal) return refusal;
        if (scribe.State.IsClosed) return Refusals.CaseClosed();
        if (scribe.State.Instance(command.Instance) is not { IsActive: true } instance)
            return Refusals.NotFound("instance-not-found", $"There is no active step {command.Instance}.");
        var visit = scribe.Visit(instance);
        if (Fixed(visit) is { } stays) return stays;
        if (!visit.Process.ById.TryGetValue(command.Element, out var target) || Objection(visit, target) is not null)
            return Refusals.Invalid("cannot-move-there", Expected(visit, command.Element));

        scribe.Write(new TokenMoved(instance.Number, target.Id, command.Reason));
        Lifecycle.Cancel(scribe, instance, "moved");
        scribe.Enter(new Work(target, instance.Scope, instance.Number, null));
        return null;
    }

    /// <summary>Elements that a token of this part can be moved to, in the order of the model.</summary>
    public static IEnumerable<Element> Targets(in Visit visit)
    {
        var from = visit;
        if (Fixed(from) is not null) return [];
        return visit.Process.ById.Values.Where(target => Objection(from, target) is null).OrderBy(target => (target.Line, target.Column));
    }

    private static Refusal? Fixed(in Visit visit)
    {
        if (visit.IsInner)
            return Refusals.Conflict("cannot-move-round", $"“{visit.Element.Label}” is one round of a repeated step. Move the repeated step as a whole.");
        return visit.Element.IsForCompensation
            ? Refusals.Conflict("cannot-move-compensation", $"“{visit.Element.Label}” compensates another step and cannot go on elsewhere.")
            : null;
    }

    private static string? Objection(in Visit visit, Element target)
    {
        if (target.Parent != visit.Element.Parent) return "it lies in another part of the process";
        if (target.IsForCompensation) return "it only compensates another step";
        return target.Detail switch
        {
            BoundaryEvent => "it happens only while its step runs",
            StartEvent => "it is where the process begins",
            SubProcess { Form: SubProcessForm.Event } => "it begins only with its event",
            _ when Joins.IsJoin(target) => "it waits for several paths; choose the step after it",
            _ => null,
        };
    }

    private static string Expected(in Visit visit, string element)
    {
        var why = visit.Process.ById.TryGetValue(element, out var found) ? $"“{found.Label}” cannot be chosen: {Objection(visit, found)}."
            : $"The process has no element '{element}'.";
        return $"{why} From “{visit.Element.Label}” the case can go on at: {string.Join(", ", Targets(visit).Select(target => target.Id))}.";
    }
}
