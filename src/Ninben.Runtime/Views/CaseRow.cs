namespace Ninben.Runtime.Views;

/// <summary>
/// One line of a case list. <c>State</c>: <c>running</c>, <c>waiting</c> (a person), <c>incident</c>, <c>suspended</c>, <c>completed</c>, <c>terminated</c>,
/// <c>cancelled</c>.
/// </summary>
public sealed record CaseRow(string Id, string Process, string ProcessName, int ProcessVersion, string? BusinessKey, string State, string? Title,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int OpenReviews, int OpenIncidents, long Version);
