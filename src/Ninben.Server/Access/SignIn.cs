using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>Checks passwords and starts sessions.</summary>
internal sealed class SignIn(IPeople people, ISessions sessions, ISignInAttempts attempts, TimeProvider time)
{
    /// <summary>Five wrong passwords in a row lock a name for a quarter of an hour.</summary>
    public static readonly AttemptLimit Limit = new(5, TimeSpan.FromMinutes(15));

    // PBKDF2 with HMAC-SHA512 and 210,000 rounds, as the OWASP cheat sheet of 2023 has it.
    private static readonly PasswordHasher<PersonAccount> s_hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Somebody unknown costs the same time as somebody known.
    private static readonly Lazy<PersonAccount> s_nobody = new(() => WithPassword(
        new PersonAccount("", "", null, [], [], Disabled: true, DateTimeOffset.UnixEpoch), Secret.New()));

    /// <summary>The person, with this password from now on.</summary>
    public static PersonAccount WithPassword(PersonAccount person, string password) => person with { PasswordHash = s_hasher.HashPassword(person, password) };

    /// <summary>What is wrong with a password, or null. Length is what counts (NIST SP 800-63B, 5.1.1.2).</summary>
    public static string? PasswordFault(string password) => password.Length switch
    {
        < 12 => "A password has at least 12 characters.",
        > 200 => "A password has at most 200 characters.",
        _ => null,
    };

    /// <summary>The person with this name and password; nobody when either is wrong, or the instant until which the name is locked.</summary>
    public async Task<(PersonAccount? Person, DateTimeOffset? LockedUntil)> Check(string name, string password, CancellationToken cancellationToken)
    {
        if (await attempts.Count(name, time.GetUtcNow(), Limit, cancellationToken) is { } until) return (null, until);
        var person = people.FindByName(name) is { Disabled: false, PasswordHash: not null } found ? found : s_nobody.Value;
        var right = s_hasher.VerifyHashedPassword(person, person.PasswordHash!, password) != PasswordVerificationResult.Failed;
        if (!right || person.Id.Length == 0) return (null, null);
        await attempts.Clear(name, cancellationToken);
        return (person, null);
    }

    /// <summary>Starts a session with a fresh reference; one that the browser brought along is ended, so none can be fixed beforehand.</summary>
    public async Task Start(HttpContext context, PersonAccount person)
    {
        await End(context);
        var secret = Secret.New();
        var now = time.GetUtcNow();
        await sessions.Start(new PersonSession(Secret.Hash(secret), person.Id, now, SessionCookie.EndOf(now, now)), context.RequestAborted);
        SessionCookie.Write(context, secret);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task End(HttpContext context)
    {
        if (SessionCookie.Read(context) is not { } secret) return;
        await sessions.End(Secret.Hash(secret), context.RequestAborted);
        SessionCookie.Clear(context);
    }

    /// <summary>Roles or groups in a request that cannot be: unknown roles, names with line breaks.</summary>
    public static ImmutableArray<string> Unknown(IEnumerable<string> roles) => [.. roles.Where(r => !Role.All.Contains(r))];
}
