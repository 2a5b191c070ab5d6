using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>
/// The way in for the first admin. There is no default password: while there is nobody, each start makes a new one-time token, shows it on the
/// console only, and stores its hash only.
/// </summary>
internal static class SetupLink
{
    public static async Task<string?> Issue(IPeople people, string url, CancellationToken cancellationToken)
    {
        if (people.All().Count > 0) return null;
        var token = Secret.New();
        await people.IssueSetupToken(Secret.Hash(token), cancellationToken);
        return $"{url.TrimEnd('/')}/setup#token={token}";
    }
}
