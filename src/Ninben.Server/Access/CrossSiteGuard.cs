using Microsoft.AspNetCore.Http;
using Ninben.Server.Problems;

namespace Ninben.Server.Access;

/// <summary>
/// Another site cannot make a browser change anything here: a change needs the header <c>X-Ninben: 1</c>, which a foreign page cannot send without
/// a preflight that we never answer, and an <c>Origin</c>, where present, must be ours. A request with an API key carries no ambient authority.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey("Authorization")) return next(context);
        if (request.Headers.Origin is [{ } origin] && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return ProblemResult.Write(context, Problem.Of(StatusCodes.Status403Forbidden, "foreign-origin", "Not from this site",
                $"The request comes from {origin}, not from this server."));
        if (request.Headers["X-Ninben"] != "1")
            return ProblemResult.Write(context, Problem.Of(StatusCodes.Status403Forbidden, "header-missing", "A header is missing",
                "A change in a browser session needs the header X-Ninben: 1."));
        return next(context);
    }
}
