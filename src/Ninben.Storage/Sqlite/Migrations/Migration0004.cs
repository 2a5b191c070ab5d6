namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Who waits for messages and signals, messages that wait for someone, and timer start events.</summary>
internal static class Migration0004
{
    public static Migration Messages { get; } = new(4, "messages", """
        -- Folded from facts. kind is 0 for messages and 1 for signals; topic is the name, for a message with its key.
        create table subscriptions (
            stream integer not null,
            number integer not null,
            kind integer not null,
            topic text not null,
            opened_at integer not null,
            primary key (stream, number)) without rowid;
        create index subscriptions_by_topic on subscriptions (kind, topic, stream, number);

        create table messages (
            id text primary key,
            topic text not null,
            name text not null,
            key text,
            payload blob not null,
            until integer not null,
            at integer not null) without rowid;
        create index messages_by_topic on messages (topic, at);
        create index messages_by_end on messages (until);

        create table schedules (
            process text not null,
            element text not null,
            version integer not null,
            due integer,
            every text,
            repeats integer not null,
            primary key (process, element)) without rowid;
        """);
}
