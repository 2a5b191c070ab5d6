using Microsoft.AspNetCore.Http;
using Ninben.Server.Problems;

namespace Ninben.Server.Access;

/// <summary>
/// In a demo one may become a persona without a password. A page whose name was made to point at this machine (DNS rebinding) would look like our own
/// site to the browser, so only names that are loopback by themselves are answered.
/// </summary>
internal sealed class LoopbackHosts(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        ? next(context)
        : ProblemResult.Write(context, Problem.Of(StatusCodes.Status421MisdirectedRequest, "foreign-host", "Not under this name",
            "A demo answers only under localhost, 127.0.0.1 and [::1]."));
}
