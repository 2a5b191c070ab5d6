using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ninben.Runtime;
using Ninben.Runtime.Streams;
using Ninben.Storage;

namespace Ninben.Cli.Commands;

/// <summary>A data folder opened by a tool: the store without workers and without a server.</summary>
internal static class OfflineStore
{
    /// <summary>Runs work on it; says why when the folder is not there or in use.</summary>
    public static async Task<int> Use(DirectoryInfo folder, Func<IServiceProvider, Task<int>> work)
    {
        if (!File.Exists(Path.Combine(folder.FullName, "ninben.db")))
        {
            await Console.Error.WriteLineAsync($"There is no Ninben data in {folder.FullName}.");
            return 2;
        }

        await using var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Warning))
            .AddNinbenSqlite(folder.FullName).AddNinbenEngine().BuildServiceProvider();
        try
        {
            return await work(services);
        }
        catch (StorageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
