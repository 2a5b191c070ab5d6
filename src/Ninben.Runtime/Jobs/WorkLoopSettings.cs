namespace Ninben.Runtime.Jobs;

/// <summary>How one worker works.</summary>
/// <param name="Kind">What it works on.</param>
/// <param name="QueuePlaces">Items from the store at the same time; at most so many are claimed at once.</param>
/// <param name="ImmediatePlaces">Items at the same time that start without a claim.</param>
/// <param name="Margin">Added to each item's own time limit before somebody else may claim it.</param>
/// <param name="PollEvery">Longest sleep.</param>
internal sealed record WorkLoopSettings(WorkKind Kind, int QueuePlaces, int ImmediatePlaces, TimeSpan Margin, TimeSpan PollEvery);
