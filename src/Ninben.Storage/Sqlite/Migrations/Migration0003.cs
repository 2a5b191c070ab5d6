namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Deployed models, documents, drafts.</summary>
internal static class Migration0003
{
    public static Migration Models { get; } = new(3, "models", """
        create table deployments (
            kind text not null,
            id text not null,
            version integer not null,
            name text not null,
            hash text not null,
            at integer not null,
            by text not null,
            source text,
            bytes blob not null,
            primary key (kind, id, version));

        create table documents (
            hash text primary key,
            media_type text not null,
            bytes integer not null,
            pages integer not null,
            name text,
            at integer not null) without rowid;

        create table drafts (
            review text not null,
            person text not null,
            at integer not null,
            body blob not null,
            primary key (review, person)) without rowid;
        """);
}
