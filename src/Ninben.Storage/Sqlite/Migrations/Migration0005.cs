namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Suspended cases.</summary>
internal static class Migration0005
{
    // A work row of a suspended case has state 2. Its lease, if it has one, stays for the answer that is under way.
    public static Migration Suspension { get; } = new(5, "suspension", """
        alter table cases add column suspended integer not null default 0;
        create index cases_suspended on cases (stream) where suspended = 1;
        """);
}
