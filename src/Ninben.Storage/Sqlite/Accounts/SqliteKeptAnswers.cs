using Ninben.Runtime.Accounts;
using Ninben.Runtime.Execution;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>Answers by idempotency key in <c>accounts.db</c>.</summary>
internal sealed class SqliteKeptAnswers(AccountsFile file) : IKeptAnswers
{
    public KeptAnswer? Find(string key, DateTimeOffset now) => file.InTransaction(f => f.Read(
        "select body_hash, answer, at from kept_answers where key = ?1 and at > ?2",
        r => new KeptAnswer(new CommandKey(key, r.Text(0)), r.Text(1), AccountText.Instant(r.Text(2))), key, Oldest(now))).FirstOrDefault();

    /// <summary>Keeps an answer within the transaction of its change; false when the key has one. Without an answer there is nothing to do.</summary>
    public static bool Keep(AccountsFile f, KeptAnswer? answer)
    {
        if (answer is null) return true;
        f.Execute("delete from kept_answers where at <= ?1", Oldest(answer.At));
        return f.Execute("insert into kept_answers (key, body_hash, answer, at) values (?1, ?2, ?3, ?4) on conflict (key) do nothing",
            answer.Key.Key, answer.Key.BodyHash, answer.Answer, AccountText.Instant(answer.At)) == 1;
    }

    private static string Oldest(DateTimeOffset now) => AccountText.Instant(now - IKeptAnswers.KeptFor);
}
