using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Drafts;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite;
using Ninben.Storage.Tests.Contracts;

namespace Ninben.Storage.Tests.Sqlite;

/// <summary>A SQLite store in a folder of its own.</summary>
internal sealed class SqliteUnderTest : IStoreUnderTest
{
    private readonly TempFolder? own;
    private readonly ServiceProvider services;

    public SqliteUnderTest(string? folder = null, long? maxPages = null)
    {
        own = folder is null ? new TempFolder() : null;
        Folder = folder ?? own!.Path;
        services = new ServiceCollection().AddSingleton<TimeProvider>(Time)
            .AddNinbenSqlite(new SqliteStoreOptions(Folder) { MaxPages = maxPages }).BuildServiceProvider();
        Store = services.GetRequiredService<SqliteStore>();
    }

    public string Folder { get; }

    public SqliteStore Store { get; }

    public ManualTime Time { get; } = new();

    public ICaseStreams Streams => services.GetRequiredService<ICaseStreams>();

    public IWorkQueue Work => services.GetRequiredService<IWorkQueue>();

    public IFactReader Facts => services.GetRequiredService<IFactReader>();

    public ICommitFeed Feed => services.GetRequiredService<ICommitFeed>();

    public IReviewView Reviews => services.GetRequiredService<IReviewView>();

    public ICaseView Cases => services.GetRequiredService<ICaseView>();

    public IDrafts Drafts => services.GetRequiredService<IDrafts>();

    public IOperations Operations => services.GetRequiredService<IOperations>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        own?.Dispose();
    }
}
