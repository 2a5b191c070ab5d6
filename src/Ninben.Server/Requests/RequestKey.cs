using Microsoft.AspNetCore.Http;
using Ninben.Runtime.Execution;
using Ninben.Server.Access;

namespace Ninben.Server.Requests;

/// <summary>
/// The <c>Idempotency-Key</c> of a change. It is kept apart per caller, so nobody can meet another's answer, and stands for method, path and body:
/// the same key with anything else is refused.
/// </summary>
internal sealed record RequestKey(CommandKey? Command)
{
    private const int Longest = 120;

    public static ValueTask<RequestKey?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers["Idempotency-Key"];
        if (header.Count == 0) return ValueTask.FromResult<RequestKey?>(new RequestKey(Command: null));
        var text = header.ToString();
        if (header.Count > 1 || text.Length is 0 or > Longest || text.Any(c => c is < '!' or > '~'))
            throw new BadHttpRequestException($"An Idempotency-Key is 1 to {Longest} visible ASCII characters.");
        var body = context.Features.Get<RequestBody>() ?? throw new InvalidOperationException("The body was not read before the key was asked for.");
        return ValueTask.FromResult<RequestKey?>(new RequestKey(new CommandKey($"{Caller.From(context.User).Actor.Id}/{text}", body.HashFor(context.Request))));
    }
}
