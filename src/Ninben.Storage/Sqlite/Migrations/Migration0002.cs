namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>The screens' tables. All of it can be folded again from the facts.</summary>
internal static class Migration0002
{
    public static Migration Views { get; } = new(2, "views", """
        create index cases_by_process on cases (process, stream);
        create index cases_waiting on cases (stream) where ending = 0 and reviews > 0;
        create index cases_in_trouble on cases (process, stream) where ending = 0 and incidents > 0;
        create index cases_by_key on cases (business_key collate nocase) where business_key is not null;
        create index cases_by_title on cases (title collate nocase) where title is not null;

        create table process_counts (process integer primary key, open integer not null, closed integer not null);

        -- party is the candidate group's word, 0 for everyone. due is 2^53 when there is none, rank is 100 minus the priority.
        create table reviews (
            stream integer not null,
            number integer not null,
            state integer not null,
            party integer not null,
            due integer not null,
            rank integer not null,
            tier integer not null,
            flags integer not null,
            instance integer not null,
            version integer not null,
            opened_at integer not null,
            decided_at integer,
            decided_as integer,
            undo_until integer,
            assignee text,
            assignee_name text,
            title text not null,
            why text not null,
            primary key (stream, number)) without rowid;
        create index reviews_ready on reviews (party, due, rank, stream, number) where state = 0;
        create index reviews_claimed on reviews (assignee, due, rank, stream, number) where state = 1;
        create index reviews_done on reviews (decided_at, stream, number) where state = 2;
        """);
}
