using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases</c></summary>
internal static class OpenCase
{
    internal sealed record OpenCaseRequest(string Process, int? Version = null, string? BusinessKey = null, FeelContext? Variables = null);

    internal sealed record OpenedCase(string Id);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases", Handle)
        .Describe("openCase", "cases", "Opens a case of a deployed process", AccessRule.OpenCases).Refuses(404, 409, 422, 503);

    internal static async Task<Results<Created<OpenedCase>, ProblemResult>> Handle(OpenCaseRequest request, Caller caller, RequestKey key, ICaseRunner runner,
        IDeployments deployments, CancellationToken cancellationToken)
    {
        var version = request.Version ?? deployments.List("process").Where(m => m.Id == request.Process).Select(m => (int?)m.Version).Max();
        if (version is null || deployments.Process(request.Process, version.Value) is null)
            return ProblemResult.NotFound("process", request.Version is { } asked ? $"{request.Process} version {asked}" : request.Process);
        if (request.BusinessKey is { Length: > 200 }) return ProblemResult.Invalid("business-key", "A business key has at most 200 characters.", "businessKey");

        var id = new CaseId(Guid.CreateVersion7().ToString("N"));
        var command = new Ninben.Bpmn.Cases.Commands.OpenCase(id, request.Process, version.Value, request.BusinessKey, request.Variables ?? FeelContext.Empty);
        var answer = await runner.Execute(id, command, caller.Actor, key.Command, cancellationToken);
        if (answer.Refusal is { } refusal) return ProblemResult.From(refusal);
        return TypedResults.Created($"/api/cases/{answer.Case}", new OpenedCase(answer.Case.Value));
    }
}
