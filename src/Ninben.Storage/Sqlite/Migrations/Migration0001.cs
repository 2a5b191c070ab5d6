namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Words, streams and what is appended with them.</summary>
internal static class Migration0001
{
    public static Migration Streams { get; } = new(1, "streams", """
        -- Long texts that repeat (actors, groups, processes) are stored once and named by number.
        create table words (code integer primary key, kind integer not null, text text not null, unique (kind, text));

        -- Wire names of facts by a one-byte code, also written in hex for the view below.
        create table fact_types (code integer primary key, hex text not null unique, name text not null unique);

        -- One row per case: the stream's version and the case list's columns, so that an append touches one row.
        create table cases (
            stream integer primary key,
            id blob not null unique,
            version integer not null,
            process integer not null,
            ending integer not null default 0,
            reviews integer not null default 0,
            incidents integer not null default 0,
            opened_at integer not null,
            closed_at integer,
            business_key text,
            title text);

        -- One row per burst (all facts of one command): the stamp is stored once. bodies is a JSON array with one element per fact,
        -- types holds one byte and hashes 32 bytes per fact, mask has the bit of every type within.
        create table bursts (
            position integer primary key,
            stream integer not null,
            sequence integer not null,
            at integer not null,
            actor integer not null,
            mask integer not null,
            cause text not null,
            types blob not null,
            hashes blob not null,
            bodies text not null);
        create unique index bursts_by_stream on bursts (stream, sequence);

        create table snapshots (stream integer primary key, version integer not null, bytes blob not null);

        -- Idempotency keys and request bodies by the first 16 bytes of their SHA-256.
        create table commands (
            number integer primary key,
            key blob not null unique,
            body blob not null,
            stream integer not null,
            version integer not null,
            at integer not null);

        -- Open work only: jobs (0), actions (1), timers (2). state 0 is ready, 1 is leased.
        create table work (
            stream integer not null,
            number integer not null,
            kind integer not null,
            state integer not null default 0,
            due integer not null,
            seconds integer not null,
            epoch integer not null,
            lease_until integer,
            review integer,
            sequence integer not null,
            primary key (stream, number)) without rowid;
        create index work_ready on work (kind, due) where state = 0;
        create index work_leased on work (kind, lease_until) where state = 1;

        create table settings (name text primary key, value integer not null) without rowid;
        insert into settings values ('epoch', 0);

        -- For people with any SQLite tool: one row per fact.
        create view facts as
            select b.position + j.key as position, lower(hex(c.id)) as "case", b.sequence + j.key as sequence,
                   strftime('%Y-%m-%dT%H:%M:%fZ', b.at / 1000.0, 'unixepoch') as at, a.text as actor, b.cause as cause,
                   (select t.name from fact_types t where t.hex = hex(substr(b.types, j.key + 1, 1))) as type,
                   j.value as body, lower(hex(substr(b.hashes, 32 * j.key + 1, 32))) as hash
            from bursts b join cases c on c.stream = b.stream join words a on a.code = b.actor, json_each(b.bodies) j;
        """);
}
