namespace Ninben.Runtime.Views;

/// <summary>One keyset page. <c>Next</c> is an opaque cursor for the following page, null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
