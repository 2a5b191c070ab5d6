using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary>Sends a command to an existing case and answers with its row as it is afterwards: who writes reads their own writing.</summary>
internal sealed class CaseDoor(ICaseRunner runner, ICaseView cases)
{
    private const int LongestReason = 1000;

    /// <summary>The answer to a request without a usable reason; null when it has one.</summary>
    public static ProblemResult? ReasonProblem(string? reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
        ? ProblemResult.Invalid("reason-needed", "Say why, in 1 to 1,000 characters.", "reason")
        : null;

    /// <summary>The same as an endpoint's answer.</summary>
    public static Task<Results<Ok<CaseRow>, ProblemResult>>? MissingReason(string? reason) =>
        ReasonProblem(reason) is { } problem ? Task.FromResult<Results<Ok<CaseRow>, ProblemResult>>(problem) : null;

    public async Task<Results<Ok<CaseRow>, ProblemResult>> Execute(CaseId id, CaseCommand command, (Caller Caller, RequestKey Key) from,
        CancellationToken cancellationToken)
    {
        if (await cases.Find(id, cancellationToken) is null) return ProblemResult.NotFound("case", id.Value);
        var answer = await runner.Execute(id, command, from.Caller.Actor, from.Key.Command, cancellationToken);
        if (answer.Refusal is { } refusal) return ProblemResult.From(refusal);
        return await cases.Find(id, cancellationToken) is { } row ? TypedResults.Ok(row) : ProblemResult.NotFound("case", id.Value);
    }
}
