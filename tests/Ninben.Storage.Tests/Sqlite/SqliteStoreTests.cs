using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Tests.Contracts;

namespace Ninben.Storage.Tests.Sqlite;

public sealed class SqliteStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_one_process_at_a_time_into_a_folder()
    {
        using var folder = new TempFolder();
        await using var store = new SqliteUnderTest(folder.Path);

        var fault = Assert.Throws<StorageException>(() => new SqliteUnderTest(folder.Path));

        Assert.Equal("storage-in-use", fault.Code);
        Assert.Contains("in use by another Ninben process", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_everything_again_after_it_was_closed_and_gives_leases_back()
    {
        using var folder = new TempFolder();
        Oversight.Subjects.CaseId id;
        await using (var store = new SqliteUnderTest(folder.Path))
        {
            var stream = TestStream.New(store);
            id = stream.Id;
            await stream.Append(TestStream.Opened(), new JobCreated(2, 1, "x", FeelContext.Empty, 3, 600));
            Assert.Single(await store.Work.Claim(new(Runtime.Jobs.WorkKind.Job, store.Time.GetUtcNow(), 1, TimeSpan.FromHours(1)), Token));
        }

        await using var again = new SqliteUnderTest(folder.Path);
        var item = Assert.Single(await again.Work.Claim(new(Runtime.Jobs.WorkKind.Job, again.Time.GetUtcNow(), 1, TimeSpan.Zero), Token));

        Assert.Equal(2, (await again.Streams.Load(id, Token))!.Version);
        Assert.True(item.Reclaimed);
        Assert.Equal(2, await again.Facts.Head(Token));
    }

    [Fact]
    public async Task Says_that_the_disk_is_full_serves_reads_and_recovers()
    {
        using var folder = new TempFolder();
        var cases = new List<TestStream>();
        await using (var store = new SqliteUnderTest(folder.Path, maxPages: 120))
        {
            StorageException? fault = null;
            var big = FeelValue.From(new string('x', 20_000));
            for (var i = 0; i < 100 && fault is null; i++)
            {
                var stream = TestStream.New(store);
                try
                {
                    await stream.Append(new CaseOpened("p", 1, "h", null, FeelContext.Empty.With("big", big)));
                    cases.Add(stream);
                }
                catch (StorageException found)
                {
                    fault = found;
                }
            }

            Assert.Equal("storage-full", fault!.Code);
            Assert.NotEmpty(cases);
            foreach (var stream in cases) Assert.Equal(1, (await store.Streams.Load(stream.Id, Token))!.Version);
            Assert.Equal(cases.Count, await store.Facts.Head(Token));
            await store.Store.Write(turn => turn.Database.Number("pragma max_page_count = 100000"), Token);
            await TestStream.New(store).Append(TestStream.Opened());
            Assert.Equal(cases.Count + 1, await store.Facts.Head(Token));
        }
    }

    [Fact]
    public async Task Fails_only_the_request_that_fails_in_a_shared_transaction()
    {
        await using var store = new SqliteUnderTest();
        var streams = Enumerable.Range(0, 60).Select(_ => TestStream.New(store)).ToList();

        var tasks = streams.Select(stream => stream.Append(TestStream.Opened())).ToList<Task>();
        var bad = store.Store.Write<int>(turn => throw new InvalidOperationException("one bad request"), Token);
        tasks.AddRange(streams.Select(stream => store.Store.Write(_ => 1, Token)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll(tasks);
        foreach (var stream in streams) Assert.Equal(1, (await store.Streams.Load(stream.Id, Token))!.Version);
    }

    [Fact]
    public async Task Runs_with_full_synchronisation_in_wal_mode()
    {
        await using var store = new SqliteUnderTest();

        var settings = await store.Store.Write(turn => (turn.Database.Text("pragma journal_mode"), turn.Database.Number("pragma synchronous")), Token);

        Assert.Equal(("wal", 2), settings);
    }

    [Fact]
    public async Task Shows_facts_to_any_sqlite_tool()
    {
        await using var store = new SqliteUnderTest();
        var stream = TestStream.New(store);
        await stream.Append(TestStream.Opened(), new ElementLeft(1, ["f1"]));

        var row = store.Store.Readers.Read(database => database.Text(
            "select sequence || ' ' || type || ' ' || body || ' ' || \"case\" || ' ' || length(hash) from facts where sequence = 2"));

        Assert.Equal($$"""2 element.left.v1 {"instance":1,"flows":["f1"]} {{stream.Id}} 64""", row);
    }

    [Fact]
    public async Task Refuses_a_database_of_a_newer_version()
    {
        using var folder = new TempFolder();
        await using (var store = new SqliteUnderTest(folder.Path))
            await store.Store.Write(turn => turn.Database.Number("insert into migrations values (999, 'later', 0)"), Token);

        var fault = Assert.Throws<StorageException>(() => new SqliteUnderTest(folder.Path));

        Assert.Contains("schema 999", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_reviews_of_suspended_cases_out_of_the_inbox_of_an_older_database()
    {
        using var folder = new TempFolder();
        await using (var store = new SqliteUnderTest(folder.Path))
        {
            await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, title: "runs"));
            await TestStream.New(store).Append(TestStream.Opened(), TestStream.Review(2, title: "suspended"), new CaseSuspended("wrong data"));
        }

        using (var database = SqliteDatabase.OpenWriter(Path.Combine(folder.Path, "ninben.db")))
        {
            database.Execute("""
                drop index reviews_ready;
                drop index reviews_claimed;
                alter table reviews drop column suspended;
                create index reviews_ready on reviews (party, due, rank, stream, number) where state = 0;
                create index reviews_claimed on reviews (assignee, due, rank, stream, number) where state = 1;
                delete from migrations where number >= 7;
                """);
        }

        await using var newer = new SqliteUnderTest(folder.Path);
        var inbox = await newer.Reviews.List(new ReviewQuery(ReviewListing.Open, "vera", ["clerks"], null, null, null, null, 50), Token);

        Assert.Equal("runs", Assert.Single(inbox.Items).Title);
    }

    [Fact]
    public async Task Stores_a_document_once_under_its_hash_and_makes_derived_files_once()
    {
        await using var store = new SqliteUnderTest();
        var documents = store.Get<IDocuments>();
        var bytes = "hello"u8.ToArray();
        var made = 0;

        var first = await documents.Add(bytes, "text/plain", 1, "a.txt", Token);
        var second = await documents.Add(bytes, "text/plain", 1, "b.txt", Token);
        Task Make(string path, CancellationToken token)
        {
            made++;
            return File.WriteAllTextAsync(path, "page", token);
        }

        var derived = await documents.Derived(first.Hash, "page-1.png", Make, Token);
        await documents.Derived(first.Hash, "page-1.png", Make, Token);

        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", first.Hash);
        Assert.Equal("a.txt", second.Name);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(documents.PathOf(first.Hash)!, Token));
        Assert.Equal("page", await File.ReadAllTextAsync(derived, Token));
        Assert.Equal(1, made);
        Assert.Null(documents.PathOf("../../etc/passwd"));
        await Assert.ThrowsAsync<ArgumentException>(() => documents.Derived(first.Hash, "../x", Make, Token));
    }

    [Fact]
    public void Loads_a_sqlite_that_is_new_enough()
    {
        SqliteLibrary.Load();

        Assert.True(Version.Parse(SqliteLibrary.Version) >= new Version(3, 35));
    }
}
