namespace Ninben.Bpmn.Elements.BoundaryTimers;

/// <summary>What happens to the watched activity.</summary>
public enum BoundaryEffect
{
    /// <summary>It ends.</summary>
    Interrupting,

    /// <summary>It goes on beside the new path.</summary>
    NonInterrupting,
}
