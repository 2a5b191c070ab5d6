using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Ninben.Oversight.Subjects;
using Ninben.Server.Problems;

namespace Ninben.Server.Access;

/// <summary>Says no in words: sign in first, or which role is missing and who grants it.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (authorizeResult.Challenged) return Challenge(context);

        var caller = Caller.From(context.User);
        var name = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
        if (name is null || !AccessRule.All.TryGetValue(name, out var rule))
            return ProblemResult.Write(context, Problem.Of(StatusCodes.Status403Forbidden, "forbidden", "Not allowed"));
        if (rule.Who == AccessRule.Party.PersonOnly && caller.Actor.Kind == ActorKind.Key)
            return ProblemResult.Write(context, Problem.Of(StatusCodes.Status403Forbidden, "person-needed", "Not for keys",
                "Only a signed-in person may do this; an API key never can."));

        var needed = rule.Roles.Length == 1 ? "the role " + rule.Roles[0] : "one of the roles " + string.Join(", ", rule.Roles);
        var has = caller.Roles.IsEmpty ? "no role" : string.Join(", ", caller.Roles);
        return ProblemResult.Write(context, Problem.Of(StatusCodes.Status403Forbidden, "role-missing", "Your role does not include this",
            $"This needs {needed}; {caller.Actor.Name} has {has}. An admin can change that."));
    }

    private static Task Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemResult.Write(context, Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-needed", "Sign in first",
            "The request carries no valid session and no valid API key."));
    }
}
