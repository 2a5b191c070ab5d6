namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Reviews of suspended cases, which no inbox offers.</summary>
internal static class Migration0007
{
    // The case's flag is repeated on its reviews, so that the inbox's indexes leave them out and an inbox page still reads nothing else.
    public static Migration SuspendedReviews { get; } = new(7, "suspended reviews", """
        alter table reviews add column suspended integer not null default 0;
        update reviews set suspended = 1 where stream in (select stream from cases where suspended = 1);
        drop index reviews_ready;
        drop index reviews_claimed;
        create index reviews_ready on reviews (party, due, rank, stream, number) where state = 0 and suspended = 0;
        create index reviews_claimed on reviews (assignee, due, rank, stream, number) where state = 1 and suspended = 0;
        """);
}
