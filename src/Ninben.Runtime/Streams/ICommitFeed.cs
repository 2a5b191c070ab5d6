namespace Ninben.Runtime.Streams;

/// <summary>Tells that something was committed. A hint only: a listener reads the facts themselves.</summary>
public interface ICommitFeed
{
    /// <summary>Completes when a commit beyond <paramref name="position"/> has happened; returns the newest position.</summary>
    Task<long> WaitBeyond(long position, CancellationToken cancellationToken);
}
