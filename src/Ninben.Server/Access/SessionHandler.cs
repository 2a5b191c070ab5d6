using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>
/// The session cookie: a random reference and nothing else. Who it stands for, and what they may do, is looked up with every request, so signing
/// out, disabling somebody or changing a role works at once, and a stolen cookie is worth nothing afterwards.
/// </summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ISessions sessions, IPeople people, TimeProvider time) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Context) is not { } secret) return AuthenticateResult.NoResult();
        var now = time.GetUtcNow();
        if (sessions.Find(Secret.Hash(secret)) is not { } session || session.EndsAt <= now) return AuthenticateResult.Fail("The session has ended.");
        if (people.Find(session.Person) is not { Disabled: false } person) return AuthenticateResult.Fail("This person may not sign in.");

        var end = SessionCookie.EndOf(session.StartedAt, now);
        if (end - session.EndsAt > SessionCookie.ExtendAfter) await sessions.Extend(session.SecretHash, end, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(person), SchemeName));
    }

    public static ClaimsPrincipal Principal(PersonAccount person)
    {
        var claims = new List<Claim> { new(ClaimName.Kind, "person"), new(ClaimName.Id, person.Id), new(ClaimName.Name, person.Name) };
        claims.AddRange(person.Roles.Select(r => new Claim(ClaimName.Role, r)));
        claims.AddRange(person.Groups.Select(g => new Claim(ClaimName.Group, g)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName, ClaimName.Name, ClaimName.Role));
    }
}
