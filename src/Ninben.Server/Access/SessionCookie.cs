using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Access;

/// <summary>
/// Reads and writes the cookie. Over https it is named <c>__Host-ninben</c>, which browsers accept only with Secure, path / and no domain, so no
/// neighbouring host can plant one.
/// </summary>
internal static class SessionCookie
{
    /// <summary>A session ends after this long without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>And in any case after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The end is not moved (and written) for less than this.</summary>
    public static readonly TimeSpan ExtendAfter = TimeSpan.FromMinutes(10);

    public static DateTimeOffset EndOf(DateTimeOffset startedAt, DateTimeOffset now) => now + Idle < startedAt + Longest ? now + Idle : startedAt + Longest;

    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    public static void Write(HttpContext context, string secret) => context.Response.Cookies.Append(NameFor(context), secret, Options(context, Longest));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context, null));

    private static string NameFor(HttpContext context) => context.Request.IsHttps ? "__Host-ninben" : "ninben";

    private static CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
