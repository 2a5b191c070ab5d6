namespace Ninben.Runtime.Accounts;

/// <summary>How many failures in a row a name may have, and how long it is locked after.</summary>
public sealed record AttemptLimit(int Failures, TimeSpan LockedFor);
