using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;

namespace Ninben.Connectors.Folder;

/// <summary>
/// Looks at every configured folder once a second. Looking is all there is: change notifications get lost on network drives and in
/// containers, and a second of waiting is nothing beside the minutes that a person takes.
/// </summary>
public sealed partial class FolderWatch(IConfiguration configuration, IDocuments documents, ICaseRunner cases, IDeployments deployments,
    TimeProvider time, ILogger<FolderWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var intakes = WatchedFolder.ReadAll(configuration)
            .Select(folder => (folder.Name, Intake: new FolderIntake(folder, documents, cases, deployments, time, _logger))).ToList();
        if (intakes.Count == 0) return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            foreach (var (name, intake) in intakes)
            {
                try
                {
                    await intake.Look(stoppingToken);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageException)
                {
                    // A drive that is away or a file that vanished between two steps: the next look sees what is there then.
                    LogUnreadable(_logger, name, exception.Message);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Folder {Folder} cannot be looked at: {Why}")]
    private static partial void LogUnreadable(ILogger logger, string folder, string why);
}
