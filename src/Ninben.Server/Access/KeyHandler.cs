using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary><c>Authorization: Bearer nbk_...</c>. Roles come from the key as it is now, so a change or a revocation works at once.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";
    public const string Prefix = "nbk_";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer " + Prefix, StringComparison.Ordinal)) return Task.FromResult(AuthenticateResult.NoResult());
        if (keys.FindBySecret(Secret.Hash(header["Bearer ".Length..])) is not { RevokedAt: null } key)
            return Task.FromResult(AuthenticateResult.Fail("Unknown or revoked key."));

        var claims = new List<Claim> { new(ClaimName.Kind, "key"), new(ClaimName.Id, key.Id), new(ClaimName.Name, key.Name) };
        claims.AddRange(key.Roles.Select(r => new Claim(ClaimName.Role, r)));
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName, ClaimName.Name, ClaimName.Role));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName)));
    }
}
