using System.Xml;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;

namespace Ninben.Bpmn.Events.Timers;

/// <summary>Sets a timer; what does not interrupt fires again for a cycle.</summary>
internal sealed class TimerBehaviour : IEventBehaviour
{
    public bool TryArm(in Watch watch)
    {
        var timer = (TimerDefinition)watch.Definition;
        var value = timer.Due.Evaluate(watch.Variables, watch.At);
        if (value.Kind == FeelKind.String && TimerTimes.First(value.AsString(), timer.Form, watch.At) is var (due, every, repeats))
        {
            watch.Write(new TimerSet(watch.NextNumber, watch.Holder, watch.Event.Id, due, every is { } span ? XmlConvert.ToString(span) : null,
                every is null ? null : repeats, watch.Index == 0 ? null : watch.Index));
            return true;
        }

        watch.Fail(Incidents.TimerUnusable,
            $"The timer “{watch.Event.Label}” needs {TimerTimes.Expected(timer.Form)}, found {(value.IsNull ? "nothing" : value.ToString())}.");
        return false;
    }

    /// <summary>A timer is due: the event happens, and a cycle is set again as long as its event still waits.</summary>
    public static void Fire(Scribe scribe, TimerItem timer)
    {
        scribe.Write(new TimerFired(timer.Number));
        var boundary = scribe.ElementAt(timer.Instance, timer.Element);
        if (Happening.IsOver(scribe, timer.Instance)) return;
        Happening.Happen(scribe, new Happened(timer.Instance, boundary, default));
        if (timer.Every is not { } text || timer.Repeats is null or 0 || Happening.IsOver(scribe, timer.Instance)) return;
        if (!Happening.IsWaiting(scribe, timer.Instance, boundary)) return;
        // Counted from the planned instant, so that a late firing does not shift the cycle.
        var due = timer.DueAt + XmlConvert.ToTimeSpan(text);
        scribe.Write(new TimerSet(scribe.State.NextNumber, timer.Instance, timer.Element, due, text,
            timer.Repeats == TimerTimes.Endless ? TimerTimes.Endless : timer.Repeats - 1, timer.Trigger));
    }
}
