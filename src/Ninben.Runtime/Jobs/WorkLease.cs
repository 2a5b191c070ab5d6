namespace Ninben.Runtime.Jobs;

/// <summary>Proof of a claim, carried by the append that answers it.</summary>
/// <param name="Number">The work's number within its case.</param>
/// <param name="Epoch">Counts up with every claim.</param>
public sealed record WorkLease(int Number, long Epoch);
