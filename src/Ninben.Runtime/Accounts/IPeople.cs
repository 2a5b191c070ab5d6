namespace Ninben.Runtime.Accounts;

/// <summary>People who may sign in. Reads answer from memory: they are on the path of every request.</summary>
public interface IPeople
{
    /// <summary>One person by id, or null.</summary>
    PersonAccount? Find(string id);

    /// <summary>One person by name, without regard to case, or null.</summary>
    PersonAccount? FindByName(string name);

    /// <summary>Everybody, by name.</summary>
    IReadOnlyList<PersonAccount> All();

    /// <summary>
    /// Adds a person and keeps the answer, if there is one to keep; false when the id or the name is taken, or that key has an answer already.
    /// </summary>
    Task<bool> Add(PersonAccount person, KeptAnswer? answer, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a person and keeps the answer, if there is one to keep; false when the id is unknown, the name is taken by another, no admin would
    /// be left, or that key has an answer already.
    /// </summary>
    Task<bool> Change(PersonAccount person, KeptAnswer? answer, CancellationToken cancellationToken);

    /// <summary>Stores the hash of a new set-up token, replacing an older one. Only while there is nobody.</summary>
    Task IssueSetupToken(string tokenHash, CancellationToken cancellationToken);

    /// <summary>
    /// Adds the first person if there is nobody yet and the token is the issued one, and uses the token up, in one transaction; false otherwise.
    /// </summary>
    Task<bool> SetUp(string tokenHash, PersonAccount first, CancellationToken cancellationToken);
}
