using System.Collections.Immutable;

namespace Ninben.Oversight.Reviews;

/// <summary>The reasons that a reviewer can pick when the model offers none.</summary>
public static class OfferedReasons
{
    /// <summary>In digit order.</summary>
    public static ImmutableArray<OfferedReason> Default { get; } =
    [
        new("wrong-data", "A value is wrong"),
        new("duplicate", "Already handled"),
        new("suspicious", "Looks suspicious"),
        new("not-ours", "Not for us"),
    ];
}
