namespace Ninben.Storage.Sqlite.Writing;

/// <summary>
/// One thing to write, atomically. Requests that wait at the same moment share a transaction. <see cref="Apply"/> may run more than
/// once (after a batch was split), so it must leave nothing behind in memory but its own answer.
/// </summary>
internal abstract class WriteRequest
{
    /// <summary>Writes inside the open transaction. Conflicts are answers, not exceptions, and are found before the first row is written.</summary>
    public abstract void Apply(WriteTurn turn);

    /// <summary>The transaction is on stable storage.</summary>
    public abstract void Acknowledge();

    /// <summary>Nothing of it was written.</summary>
    public abstract void Fail(Exception reason);
}
