using Microsoft.Extensions.Logging;

namespace Ninben.Runtime.Jobs;

/// <summary>One call of a connector, with its time limit and every way in which it can fail turned into an answer.</summary>
internal sealed partial class ConnectorAttempt(TimeProvider time, ILogger logger)
{
    /// <summary>Performs; throws only when the process stops.</summary>
    public async Task<AttemptEnd> Perform(IConnector connector, ConnectorCall call, int timeoutSeconds, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(1, timeoutSeconds)), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return new AttemptEnd.Answered(await connector.Perform(call, either.Token).WaitAsync(either.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new AttemptEnd.Failed($"No answer from connector '{connector.Name}' within {timeoutSeconds} s.", Retryable: true);
        }
        catch (ConnectorException fault)
        {
            return new AttemptEnd.Failed(fault.Message, fault.Retryable);
        }
#pragma warning disable CA1031 // One of the places that catch everything: a connector is foreign code, its faults are failed attempts.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(logger, connector.Name, call.Item, fault);
            return new AttemptEnd.Failed($"Connector '{connector.Name}' failed: {fault.Message}", Retryable: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Connector {Connector} threw on {Item}")]
    private static partial void LogFault(ILogger logger, string connector, string item, Exception fault);
}
