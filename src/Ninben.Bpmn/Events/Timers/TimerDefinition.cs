using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events.Timers;

/// <summary>A timer.</summary>
/// <param name="Form">Duration, instant or cycle.</param>
/// <param name="Due">The duration, the instant, or the repeating interval.</param>
public sealed record TimerDefinition(TimerForm Form, ModelValue Due) : EventDefinition;

/// <summary>How a timer says when.</summary>
public enum TimerForm
{
    /// <summary>Counted from the moment that the event begins to wait.</summary>
    Duration,

    /// <summary>A fixed instant.</summary>
    Date,

    /// <summary>A repeating interval such as <c>R3/PT10S</c> (ISO 8601); only events that do not interrupt fire more than once.</summary>
    Cycle,
}
