namespace Ninben.Runtime.Jobs;

/// <summary>Asks for due work.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Now">The claimer's time; rows due at or before it are given.</param>
/// <param name="Limit">At most this many, 1..500.</param>
/// <param name="Margin">Added to each row's own time limit.</param>
public sealed record WorkClaim(WorkKind Kind, DateTimeOffset Now, int Limit, TimeSpan Margin);
