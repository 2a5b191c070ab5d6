namespace Ninben.Oversight.Reviews;

/// <summary>One reviewer's answer.</summary>
public enum VerdictKind
{
    /// <summary>As proposed.</summary>
    Approve,

    /// <summary>With changed fields.</summary>
    Amend,

    /// <summary>Not at all.</summary>
    Reject,

    /// <summary>Back to whoever sent it, with a question or a correction to make.</summary>
    Return,
}
