namespace Ninben.Oversight.Decisions;

/// <summary>How a matter was settled.</summary>
public enum DecisionOutcome
{
    /// <summary>The proposal stands.</summary>
    Approved,

    /// <summary>It stands with changes.</summary>
    Amended,

    /// <summary>It does not.</summary>
    Rejected,

    /// <summary>It goes back to its sender.</summary>
    Returned,
}
