namespace Ninben.Runtime.Accounts;

/// <summary>Signed-in browsers. Reads answer from memory: they are on the path of every request.</summary>
public interface ISessions
{
    /// <summary>The session whose cookie has this SHA-256 (hex), or null. The caller checks its end.</summary>
    PersonSession? Find(string secretHash);

    /// <summary>Starts one, and forgets those that ended before its start.</summary>
    Task Start(PersonSession session, CancellationToken cancellationToken);

    /// <summary>Moves the end; nothing happens when it is gone already.</summary>
    Task Extend(string secretHash, DateTimeOffset endsAt, CancellationToken cancellationToken);

    /// <summary>Ends one: its cookie is worth nothing from now on.</summary>
    Task End(string secretHash, CancellationToken cancellationToken);

    /// <summary>Ends every session of a person.</summary>
    Task EndAll(string person, CancellationToken cancellationToken);
}
