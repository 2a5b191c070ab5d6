using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Drafts;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Messages;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Starts;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Storage.Documents;
using Ninben.Storage.Sqlite;

namespace Ninben.Storage;

/// <summary>Registers the embedded store.</summary>
public static class StorageRegistration
{
    /// <summary>SQLite and documents under one data folder, which is opened (and locked) when first needed.</summary>
    public static IServiceCollection AddNinbenSqlite(this IServiceCollection services, string dataDirectory) =>
        services.AddNinbenSqlite(new SqliteStoreOptions(dataDirectory));

    /// <summary>The same with options.</summary>
    public static IServiceCollection AddNinbenSqlite(this IServiceCollection services, SqliteStoreOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SqliteStore>();
        services.AddSingleton<ProcessNames>();
        services.AddSingleton<ICaseStreams, SqliteCaseStreams>();
        services.AddSingleton<IWorkQueue, SqliteWorkQueue>();
        services.AddSingleton<IMessageStore, SqliteMessageStore>();
        services.AddSingleton<IStartSchedule, SqliteStartSchedule>();
        services.AddSingleton<IOperations, SqliteOperations>();
        services.AddSingleton<IFactReader, SqliteFactReader>();
        services.AddSingleton<ICommitFeed>(provider => provider.GetRequiredService<SqliteStore>().Feed);
        services.AddSingleton<ICaseView, SqliteCaseView>();
        services.AddSingleton<IReviewView, SqliteReviewView>();
        services.AddSingleton<IStreamAudit>(provider =>
        {
            var store = provider.GetRequiredService<SqliteStore>();
            return new SqliteStreamAudit(store.Readers, store.Words, store.Writer);
        });
        services.AddSingleton<IDrafts, SqliteDrafts>();
        services.AddSingleton<IDocuments, FileDocuments>();
        services.AddSingleton<IDeploymentStore, SqliteDeploymentStore>();
        return services;
    }
}
