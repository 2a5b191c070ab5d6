namespace Ninben.Dev.Commands.Bench;

/// <summary>What the load loop of <c>bench flow</c> drives: the engine in process, or a server over HTTP.</summary>
internal interface IFlowTarget : IAsyncDisposable
{
    /// <summary>Opens the n-th case and returns its id; acknowledged means durable.</summary>
    Task<string> Open(int number, CancellationToken cancellationToken);

    /// <summary>Approves the open review of a case.</summary>
    Task Approve(string id, CancellationToken cancellationToken);

    /// <summary>How many cases have ended.</summary>
    Task<long> CountClosed(CancellationToken cancellationToken);
}
