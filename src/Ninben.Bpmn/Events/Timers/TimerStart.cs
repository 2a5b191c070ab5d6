using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Events.Timers;

/// <summary>When a timer start event begins cases.</summary>
public static class TimerStart
{
    /// <summary>When it fires first, the pause of a cycle, and how often it fires after that (-1 without end); null when it is no usable timer.</summary>
    /// <param name="start">A start event of a process.</param>
    /// <param name="from">The instant of deployment.</param>
    public static (DateTimeOffset Due, TimeSpan? Every, int Repeats)? First(Element start, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(start);
        if ((start.Detail as EventDetail)?.Find<TimerDefinition>() is not { } timer) return null;
        return timer.Due.Evaluate(FeelContext.Empty, from) is { Kind: FeelKind.String } text ? TimerTimes.First(text.AsString(), timer.Form, from) : null;
    }
}
