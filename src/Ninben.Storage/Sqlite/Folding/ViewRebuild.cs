using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Reading;
using Ninben.Storage.Sqlite.Writing;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>Folds every view and work row again from the facts, in one transaction: it happens as a whole or not at all.</summary>
internal static class ViewRebuild
{
    private const int ProgressEvery = 1000;

    public static long Run(WriteTurn turn, Words words, Action<long>? progress)
    {
        var database = turn.Database;
        database.Execute("delete from reviews; delete from work; delete from subscriptions; delete from process_counts; update cases set suspended = 0;");
        long facts = 0, cases = 0;
        using var streams = database.Prepare("select stream, id from cases order by stream");
        while (streams.Step())
        {
            facts += Case(turn, words, (streams.Number(0), Ids.FromBytes(streams.Blob(1))));
            if (++cases % ProgressEvery == 0) progress?.Invoke(cases);
        }

        return facts;
    }

    private static int Case(WriteTurn turn, Words words, (long Stream, CaseId Id) which)
    {
        var facts = new List<StoredFact>();
        using (var bursts = turn.Database.Statement($"select {BurstRow.Columns} from bursts b where b.stream = ?1 order by b.sequence"))
        {
            bursts.Bind(1, which.Stream);
            while (bursts.Step()) BurstRow.Read(bursts, which.Id, words, facts);
        }

        var sum = new BurstRows();
        long process = 0;
        long? closedAt = null;
        foreach (var append in SqliteStreamAudit.Bursts(facts))
        {
            // A fact that this version does not know parks the case: its rows stay as far as they could be folded.
            if (append is null) break;
            var rows = BurstFold.Fold(append);
            foreach (var change in rows.Changes) change.Write(turn.Rows, which.Stream);
            if (rows.Opened is { } opened)
            {
                sum.Opened = opened;
                process = turn.Words.Add(turn.Database, opened.Process, opened.Version);
            }

            if (rows.Migrated is { } version)
            {
                // A version that every case left keeps its row, as when it happened.
                turn.Count(process, 0, 0);
                process = turn.Words.Add(turn.Database, sum.Opened!.Value.Process, version);
            }

            sum.Reviews += rows.Reviews;
            sum.Incidents += rows.Incidents;
            sum.Title ??= rows.Title;
            sum.Ending += rows.Ending;
            if (rows.Ending != 0) closedAt = append.Stamp.At.ToUnixTimeMilliseconds();
        }

        using var update = turn.Database.Statement("""
            update cases set version = ?2, process = ?3, ending = ?4, reviews = ?5, incidents = ?6, closed_at = ?7, title = ?8, business_key = ?9
            where stream = ?1
            """);
        update.Bind(1, which.Stream).Bind(2, facts.Count).Bind(3, process).Bind(4, sum.Ending).Bind(5, sum.Reviews).Bind(6, sum.Incidents)
            .Bind(7, closedAt).Bind(8, sum.Title).Bind(9, sum.Opened?.BusinessKey).Run();
        turn.Count(process, sum.Ending == 0 ? 1 : 0, sum.Ending == 0 ? 0 : 1);
        return facts.Count;
    }
}
