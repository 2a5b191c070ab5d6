namespace Ninben.Oversight.Reviews;

/// <summary>Why a rule says no.</summary>
public enum ObjectionKind
{
    /// <summary>The review is not in the state that the command needs.</summary>
    Conflict,

    /// <summary>This person may not.</summary>
    Forbidden,

    /// <summary>The verdict lacks something that the rules ask for.</summary>
    Invalid,
}
