namespace Ninben.Runtime.Jobs;

/// <summary>Proof of a claim, carried by the append that answers it.</summary>
/// <param name="Number">The work's number within its case.</param>
/// <param name="Epoch">Counts up with every claim.</param>
public sealed record WorkLease(int Number, long Epoch)
{
    /// <summary>
    /// Epoch of a work row that nobody claimed yet: the sequence of the fact that asked for it times 65,536, so that a row that comes back never
    /// meets an epoch that an earlier row of the same number had.
    /// </summary>
    public static long Unclaimed(long sequence) => sequence << 16;
}
