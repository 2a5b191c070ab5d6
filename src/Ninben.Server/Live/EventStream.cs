using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Accounts;
using Ninben.Runtime.Streams;
using Ninben.Server.Access;

namespace Ninben.Server.Live;

/// <summary>
/// The facts as they are committed, for one connection. It pulls: a slow reader holds back only itself, and what it missed is read from the store.
/// A reader that is too far behind is told to load its screen again instead of being fed history.
/// </summary>
internal sealed class EventStream(IFactReader facts, ICommitFeed feed)
{
    private const int PageSize = 200;
    private const long MostReplayed = 10_000;
    private static readonly TimeSpan s_pingEvery = TimeSpan.FromSeconds(15);

    // A reviewer's screen needs to know of reviews and of how cases fare, not of every step inside.
    private static readonly string[] s_forReviewers = ["case.", "review.", "verdict.", "decision.made.", "action.", "incident."];

    public async IAsyncEnumerable<SseItem<LiveEvent>> Read(Caller caller, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await facts.Head(cancellationToken);
        var position = after is { } seen && seen <= head ? seen : head;
        if (head - position > MostReplayed)
        {
            position = head;
            yield return Item("reset", new LiveEvent(position));
        }

        // The first item tells the client at once that it is connected, and where a reconnect would go on.
        yield return Item("ping", new LiveEvent(position));
        while (!cancellationToken.IsCancellationRequested)
        {
            var page = await facts.After(position, PageSize, cancellationToken);
            foreach (var fact in page)
            {
                position = fact.Position;
                if (MaySee(caller, fact.Type)) yield return Item("fact", Event(fact));
            }

            if (page.Count == 0 && !await Waited(position, cancellationToken)) yield return Item("ping", new LiveEvent(position));
        }
    }

    /// <summary>True when something was committed, false when it was time for a ping.</summary>
    private async Task<bool> Waited(long position, CancellationToken cancellationToken)
    {
        using var ping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ping.CancelAfter(s_pingEvery);
        try
        {
            await feed.WaitBeyond(position, ping.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static bool MaySee(Caller caller, string type) =>
        caller.Roles.Any(r => r != Role.Reviewer) || s_forReviewers.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    private static SseItem<LiveEvent> Item(string kind, LiveEvent what) => new(what, kind == "fact" ? "message" : kind)
    {
        EventId = what.Position.ToString(CultureInfo.InvariantCulture),
    };

    private static LiveEvent Event(StoredFact fact)
    {
        string? review = null;
        if (fact.Type.StartsWith("review.", StringComparison.Ordinal) || fact.Type.StartsWith("verdict.", StringComparison.Ordinal))
        {
            using var body = JsonDocument.Parse(fact.Body);
            if (body.RootElement.TryGetProperty("review", out var number) && number.TryGetInt32(out var n)) review = new ItemId(fact.Case, n).ToString();
        }

        return new LiveEvent(fact.Position, fact.Case.Value, fact.Type, review);
    }
}
