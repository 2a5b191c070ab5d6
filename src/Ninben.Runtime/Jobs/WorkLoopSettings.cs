namespace Ninben.Runtime.Jobs;

/// <summary>How one worker works.</summary>
/// <param name="Kind">What it works on.</param>
/// <param name="Parallel">Items at the same time.</param>
/// <param name="Batch">Items claimed at once.</param>
/// <param name="Margin">Added to each item's own time limit before somebody else may claim it.</param>
/// <param name="PollEvery">Longest sleep.</param>
internal sealed record WorkLoopSettings(WorkKind Kind, int Parallel, int Batch, TimeSpan Margin, TimeSpan PollEvery);
