namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Operations on many cases.</summary>
internal static class Migration0006
{
    public static Migration Operations { get; } = new(6, "operations", """
        -- state is 0 while it runs, 1 finished, 2 stopped. body is the order and who gave it.
        create table operations (
            id text primary key,
            state integer not null default 0,
            started_at integer not null,
            finished_at integer,
            total integer not null,
            done integer not null default 0,
            refused integer not null default 0,
            body text not null) without rowid;
        create index operations_by_start on operations (started_at);
        create index operations_running on operations (started_at) where state = 0;

        -- state is 0 for a case whose turn has not come, 1 done, 2 refused.
        create table operation_cases (
            operation text not null,
            number integer not null,
            state integer not null default 0,
            "case" text not null,
            code text,
            message text,
            primary key (operation, number)) without rowid;
        create index operation_cases_left on operation_cases (operation, number) where state = 0;
        create index operation_cases_refused on operation_cases (operation, number) where state = 2;
        """);
}
