namespace Ninben.Oversight.Reviews;

/// <summary>Human task states (WS-HumanTask 1.1, the subset in use).</summary>
public enum ReviewState
{
    /// <summary>Open, nobody has it.</summary>
    Ready,

    /// <summary>Open, one person has it.</summary>
    Claimed,

    /// <summary>A decision was made.</summary>
    Completed,

    /// <summary>The case no longer needs it.</summary>
    Cancelled,
}
