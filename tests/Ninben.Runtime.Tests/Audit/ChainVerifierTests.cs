using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Execution;
using Ninben.Storage;
using Ninben.Storage.Sqlite.Native;
using Ninben.Testing;
using Ninben.Testing.Samples;

namespace Ninben.Runtime.Tests.Audit;

public sealed class ChainVerifierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_the_case_and_the_fact_of_any_changed_byte()
    {
        using var folder = new TempFolder();
        var cases = await Fill(folder.Path, 6);
        var random = new Random(20_931);
        var database = Path.Combine(folder.Path, "ninben.db");
        Checkpoint(database);
        for (var trial = 0; trial < 40; trial++)
        {
            using var copy = new TempFolder();
            File.Copy(database, Path.Combine(copy.Path, "ninben.db"));
            var (id, sequence) = Tamper(Path.Combine(copy.Path, "ninben.db"), cases[random.Next(cases.Count)], random);

            await using var services = Tools(copy.Path);
            var report = await services.GetRequiredService<ChainVerifier>().Verify(null, Token);

            var problem = Assert.Single(report.Problems);
            Assert.Equal((id, sequence), (problem.Case, problem.Sequence));
        }
    }

    [Fact]
    public async Task Notices_a_missing_fact_a_changed_view_row_and_a_changed_snapshot()
    {
        using var folder = new TempFolder();
        var cases = await Fill(folder.Path, 4);
        var path = Path.Combine(folder.Path, "ninben.db");
        using (var database = SqliteDatabase.OpenWriter(path))
        {
            database.Execute($"delete from bursts where position = (select max(position) from bursts where stream = 1)");
            database.Execute("update reviews set title = 'another' where stream = 2");
            database.Execute("update snapshots set bytes = cast('{}' as blob) where stream = 4");
        }

        await using var services = Tools(folder.Path);
        var report = await services.GetRequiredService<ChainVerifier>().Verify(null, Token);

        Assert.Contains(report.Problems, problem => problem.Case == cases[0] && problem.Message.Contains("has version", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Case == cases[1] && problem.Message.Contains("view row", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Case == cases[3] && problem.Message.Contains("snapshot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folds_views_again_from_the_facts()
    {
        using var folder = new TempFolder();
        await Fill(folder.Path, 5);
        using (var database = SqliteDatabase.OpenWriter(Path.Combine(folder.Path, "ninben.db")))
            database.Execute("delete from reviews; delete from work; delete from process_counts; update cases set reviews = 9, title = 'x'");

        await using var services = Tools(folder.Path);
        var broken = await services.GetRequiredService<ChainVerifier>().Verify(null, Token);
        var folded = await services.GetRequiredService<IStreamAudit>().Rebuild(null, Token);
        var mended = await services.GetRequiredService<ChainVerifier>().Verify(null, Token);

        Assert.NotEmpty(broken.Problems);
        Assert.Equal(mended.Facts, folded);
        Assert.Empty(mended.Problems);
        Assert.Equal(5, mended.Cases);
    }

    [Fact]
    public async Task Exports_a_case_that_proves_itself_until_it_is_changed()
    {
        using var folder = new TempFolder();
        var cases = await Fill(folder.Path, 2);
        await using var services = Tools(folder.Path);

        var bundle = await services.GetRequiredService<CaseExport>().Write(cases[1], Token);
        var text = System.Text.Encoding.UTF8.GetString(bundle!.Value.Span);
        var good = BundleVerifier.Verify(bundle.Value);
        var changed = BundleVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(text.Replace("\"amount\":1201", "\"amount\":1202", StringComparison.Ordinal)));
        var without = BundleVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(text.Replace("Assess the expense", "Assess", StringComparison.Ordinal)));

        Assert.Empty(good.Problems);
        Assert.True(good.Facts > 5);
        Assert.Equal(1, Assert.Single(changed.Problems).Sequence);
        Assert.NotEmpty(without.Problems);
    }

    /// <summary>Cases of which the even ones are completed and the odd ones wait; with snapshots of the waiting ones.</summary>
    private static async Task<List<CaseId>> Fill(string folder, int count)
    {
        var setup = new RuntimeSetup
        {
            Folder = folder,
            Connectors = [new RecordingConnector("ledger")],
            Options = new RuntimeOptions { SnapshotEvery = 1 },
        };
        await using var runtime = await RuntimeUnderTest.Start(setup);
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);
        var cases = new List<CaseId>();
        for (var i = 0; i < count; i++)
        {
            cases.Add(await runtime.Open("expense", ExpenseSample.Variables(i)));
            if (i % 2 == 0) await runtime.Until(cases[^1], row => row.State == "completed");
        }

        return cases;
    }

    private static ServiceProvider Tools(string folder) => new ServiceCollection().AddNinbenSqlite(folder).AddNinbenEngine()
        .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>)).BuildServiceProvider();

    private static void Checkpoint(string path)
    {
        using var database = SqliteDatabase.OpenWriter(path);
        database.Text("pragma wal_checkpoint(truncate)");
    }

    /// <summary>Changes one byte of one fact's body, hash or type, and tells which fact that was.</summary>
    private static (CaseId Case, long Sequence) Tamper(string path, CaseId id, Random random)
    {
        using var database = SqliteDatabase.OpenWriter(path);
        var bursts = database.Number($"select count(*) from bursts b join cases c on c.stream = b.stream where c.id = x'{id}'");
        using var row = database.Prepare($"""
            select b.position, b.sequence, b.bodies, b.hashes, length(b.types) from bursts b join cases c on c.stream = b.stream
            where c.id = x'{id}' order by b.sequence limit 1 offset {random.Next((int)bursts)}
            """);
        Assert.True(row.Step());
        var sequence = row.Number(1);
        var fact = random.Next(row.Small(4));
        var column = random.Next(2) == 0 ? "bodies" : "hashes";
        var bytes = row.Blob(column == "bodies" ? 2 : 3).ToArray();
        var at = column == "hashes" ? (fact * 32) + random.Next(32) : ByteOf(bytes, fact, random);
        bytes[at] = (byte)(column == "bodies" ? bytes[at] == (byte)'7' ? '8' : '7' : bytes[at] ^ 1);
        var position = row.Number(0);
        row.Reset();
        using var update = database.Prepare($"update bursts set {column} = {(column == "bodies" ? "cast(?1 as text)" : "?1")} where position = {position}");
        update.Bind(1, bytes.AsSpan()).Run();
        return (id, sequence + fact);
    }

    /// <summary>A letter or digit inside the n-th body, so that the text stays JSON and only the fact differs.</summary>
    private static int ByteOf(byte[] bodies, int fact, Random random)
    {
        using var json = System.Text.Json.JsonDocument.Parse(bodies);
        var from = 1;
        for (var i = 0; i < fact; i++) from += System.Text.Encoding.UTF8.GetByteCount(json.RootElement[i].GetRawText()) + 1;
        var length = System.Text.Encoding.UTF8.GetByteCount(json.RootElement[fact].GetRawText());
        while (true)
        {
            var at = from + random.Next(length);
            if (bodies[at] is (byte)'7' or (byte)'8' || char.IsAsciiLetter((char)bodies[at])) return at;
        }
    }
}
