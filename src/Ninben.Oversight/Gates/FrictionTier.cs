namespace Ninben.Oversight.Gates;

/// <summary>How much care a verdict must show; set by the gate policy, see the table in docs/architecture.md.</summary>
public enum FrictionTier
{
    /// <summary>Flagged fields confirmed; one key.</summary>
    Low,

    /// <summary>And the evidence opened and a reason picked.</summary>
    Medium,

    /// <summary>And a note of at least ten characters typed.</summary>
    High,

    /// <summary>As high; later parts add a second person and a fresh sign-in.</summary>
    Critical,
}
