namespace Ninben.Runtime.Accounts;

/// <summary>
/// Counts sign-in attempts by the name that was typed, whether or not such a person exists, so that a lock tells an attacker nothing.
/// An attempt is counted before the password is looked at: guesses side by side cannot pass the limit.
/// </summary>
public interface ISignInAttempts
{
    /// <summary>
    /// Counts an attempt. Answers null when the password may be looked at, or the instant until which this name is locked.
    /// The attempt that exceeds the limit locks the name for the time of the limit.
    /// </summary>
    Task<DateTimeOffset?> Count(string name, DateTimeOffset now, AttemptLimit limit, CancellationToken cancellationToken);

    /// <summary>The right password was given: forget the failures.</summary>
    Task Clear(string name, CancellationToken cancellationToken);
}
