namespace Ninben.Runtime.Views;

/// <summary>Which cases to list, newest first. Search matches the business key or title by prefix.</summary>
public sealed record CaseQuery(string? Process, string? State, string? Search, string? After, int Limit);
