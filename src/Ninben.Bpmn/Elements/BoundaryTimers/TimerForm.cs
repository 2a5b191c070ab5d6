namespace Ninben.Bpmn.Elements.BoundaryTimers;

/// <summary>How a timer says when.</summary>
public enum TimerForm
{
    /// <summary>Counted from the moment the activity is entered.</summary>
    Duration,

    /// <summary>A fixed instant.</summary>
    Date,
}
