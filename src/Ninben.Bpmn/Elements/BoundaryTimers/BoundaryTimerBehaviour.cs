using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.BoundaryTimers;

/// <summary>Set when its activity is entered; fires a new path, which goes on at once.</summary>
internal sealed class BoundaryTimerBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());

    /// <summary>Sets the timer of a host that was just entered; false after raising an incident because its time is not usable.</summary>
    public static bool TrySet(in Visit host, Element boundary, BoundaryTimer timer)
    {
        var value = timer.Due.Evaluate(host.Variables, host.At);
        if (DueAt(value, timer.Form, host.At) is { } due)
        {
            host.Write(new TimerSet(host.Scribe.State.NextNumber, host.Number, boundary.Id, due));
            return true;
        }

        var found = value.IsNull ? "nothing" : value.ToString();
        Incidents.Raise(host, Incidents.TimerUnusable,
            $"The timer “{boundary.Label}” needs {(timer.Form == TimerForm.Duration ? "a duration" : "an instant")}, found {found}.");
        return false;
    }

    /// <summary>Opens the path of a timer that is due, and ends its host if it interrupts.</summary>
    public static void Fire(Scribe scribe, TimerItem timer)
    {
        scribe.Write(new TimerFired(timer.Number));
        if (scribe.State.Instance(timer.Instance) is not { IsActive: true } host) return;
        var boundary = scribe.Process.ById[timer.Element];
        if (((BoundaryTimer)boundary.Detail).Effect == BoundaryEffect.Interrupting) Lifecycle.Cancel(scribe, host, "interrupted");
        scribe.Enter(boundary, host.Scope, host.Number, null);
    }

    private static DateTimeOffset? DueAt(FeelValue value, TimerForm form, DateTimeOffset at)
    {
        if (value.Kind != FeelKind.String) return null;
        if (form == TimerForm.Date) return IsoTime.Instant(value.AsString());
        return IsoTime.Duration(value.AsString()) is { } span ? at + span : null;
    }
}
