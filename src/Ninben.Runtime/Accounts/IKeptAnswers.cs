namespace Ninben.Runtime.Accounts;

/// <summary>
/// Answers to changes of accounts, by idempotency key. They are kept in the transaction of their change, see <see cref="IPeople"/> and
/// <see cref="IApiKeys"/>.
/// </summary>
public interface IKeptAnswers
{
    /// <summary>How long an answer is kept.</summary>
    static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>The answer that was given under that key, or null when there is none or it is older than <see cref="KeptFor"/>.</summary>
    KeptAnswer? Find(string key, DateTimeOffset now);
}
