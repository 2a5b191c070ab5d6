using System.Text.Json;
using Ninben.Runtime.Accounts;
using Ninben.Server.Json;
using Ninben.Server.Problems;

namespace Ninben.Server.Requests;

/// <summary>
/// Lets a change of people or keys happen once per <c>Idempotency-Key</c>: the handler asks for an earlier answer first, and hands the one that it
/// will give to the change, which keeps it in the same transaction.
/// </summary>
internal sealed class AnswerOnce(IKeptAnswers answers, TimeProvider time)
{
    /// <summary>The earlier answer to the same request, a problem when the key stood for another one, or neither.</summary>
    public (string? Answer, ProblemResult? Problem) Find(RequestKey key)
    {
        if (key.Command is not { } command || answers.Find(command.Key, time.GetUtcNow()) is not { } kept) return default;
        return kept.Key.BodyHash == command.BodyHash ? (kept.Answer, null) : (null, ProblemResult.KeyReused());
    }

    /// <summary>What to keep with the change; null without a key.</summary>
    public KeptAnswer? Keep<T>(RequestKey key, T answer) =>
        key.Command is { } command ? new KeptAnswer(command, JsonSerializer.Serialize(answer, ServerJson.Options), time.GetUtcNow()) : null;

    /// <summary>An earlier answer as the handler gave it.</summary>
    public static T Read<T>(string answer) => JsonSerializer.Deserialize<T>(answer, ServerJson.Options)
        ?? throw new InvalidOperationException($"A kept answer is no {typeof(T).Name}.");

    /// <summary>Two requests under one key at the same time: one is done, the other may be sent again.</summary>
    public static ProblemResult AtTheSameTime() => ProblemResult.Conflict("key-in-use",
        "The same request is being answered at this moment. Send it again with the same key to get its answer.");
}
