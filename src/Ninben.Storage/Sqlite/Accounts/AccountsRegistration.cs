using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>Puts the accounts of a data folder into the container.</summary>
public static class AccountsRegistration
{
    /// <summary>People, keys, their kept answers, sessions and sign-in attempts in <c>accounts.db</c> of this folder.</summary>
    public static IServiceCollection AddNinbenAccounts(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(_ => new AccountsFile(dataFolder))
        .AddSingleton<IPeople, SqlitePeople>()
        .AddSingleton<IApiKeys, SqliteApiKeys>()
        .AddSingleton<IKeptAnswers, SqliteKeptAnswers>()
        .AddSingleton<ISessions, SqliteSessions>()
        .AddSingleton<ISignInAttempts, SqliteSignInAttempts>();
}
