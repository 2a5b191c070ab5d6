namespace Ninben.Oversight.Gates;

/// <summary>What a gate says of a proposal.</summary>
public enum GateOutcome
{
    /// <summary>Goes on without a person.</summary>
    Pass,

    /// <summary>A person must judge before it goes on.</summary>
    Hold,

    /// <summary>It must not go on at all.</summary>
    Block,
}
