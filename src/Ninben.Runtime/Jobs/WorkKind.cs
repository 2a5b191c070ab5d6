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

    /// <summary>A message that a case threw.</summary>
    Message = 3,

    /// <summary>A signal that a case threw.</summary>
    Signal = 4,

    /// <summary>A kept message for which somebody may wait now. It has no rows; it only wakes.</summary>
    KeptMessage = 5,

    /// <summary>A timer start event. It has no rows; it only wakes.</summary>
    Start = 6,

    /// <summary>An operation on many cases. It has no rows; it only wakes.</summary>
    Operation = 7,

    /// <summary>A call that another case answers: due when that case is to be opened, looked at, or called off.</summary>
    Call = 8,
}
