using System.Xml;
using Ninben.Runtime.Starts;

namespace Ninben.Storage.Sqlite;

/// <summary>Timer start events in SQLite.</summary>
internal sealed class SqliteStartSchedule(SqliteStore store) : IStartSchedule
{
    public Task<IReadOnlyList<ScheduledStart>> List(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ScheduledStart>>(store.Readers.Read(database =>
        {
            var rows = new List<ScheduledStart>();
            using var select = database.Statement("select process, element, version, due, every, repeats from schedules");
            while (select.Step())
                rows.Add(new ScheduledStart(select.Text(0), select.Text(1), select.Small(2), Times.OrNull(select.NumberOrNull(3)),
                    select.TextOrNull(4) is { } every ? XmlConvert.ToTimeSpan(every) : null, select.Small(5)));
            return rows;
        }));

    public async Task Set(ScheduledStart start, CancellationToken cancellationToken) => await store.Write(turn =>
    {
        using var insert = turn.Database.Statement("""
            insert or replace into schedules (process, element, version, due, every, repeats) values (?1, ?2, ?3, ?4, ?5, ?6)
            """);
        insert.Bind(1, start.Process).Bind(2, start.Element).Bind(3, start.Version).Bind(4, start.Due?.ToUnixTimeMilliseconds())
            .Bind(5, start.Every is { } every ? XmlConvert.ToString(every) : null).Bind(6, start.Repeats).Run();
        return true;
    }, cancellationToken);
}
