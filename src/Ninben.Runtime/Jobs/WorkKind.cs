namespace Ninben.Runtime.Jobs;

/// <summary>Kinds of work rows. The numbers are stored.</summary>
public enum WorkKind
{
    /// <summary>Outside work that answers with a value or a proposal.</summary>
    Job = 0,

    /// <summary>An effect on the world, in the outbox.</summary>
    Action = 1,

    /// <summary>A timer.</summary>
    Timer = 2,
}
