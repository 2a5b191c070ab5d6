namespace Ninben.Runtime.Streams;

/// <summary>What came of an append that the medium did not fail.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>On stable storage; the position of its last fact.</summary>
    public sealed record Committed(long Position) : AppendOutcome;

    /// <summary>Somebody else appended first: load again and decide again.</summary>
    public sealed record Conflict : AppendOutcome;

    /// <summary>The key was answered before; nothing was written.</summary>
    public sealed record KeyTaken(RecordedCommand Command) : AppendOutcome;

    /// <summary>The lease has passed to another epoch; nothing was written.</summary>
    public sealed record LeaseLost : AppendOutcome;
}
