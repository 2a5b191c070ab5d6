using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>Sends a command about a review to its case and answers with the row as it is afterwards, or with the problem.</summary>
internal sealed class ReviewDoor(ICaseRunner runner, IReviewView reviews)
{
    public async Task<(ReviewRow? Row, ProblemResult? Problem)> Execute(string id, Func<ItemId, CaseCommand> command, (Caller Caller, RequestKey Key) from,
        CancellationToken cancellationToken)
    {
        if (!ItemId.TryParse(id, out var item)) return (null, ProblemResult.NotFound("review", id));
        var answer = await runner.Execute(item.Case, command(item), from.Caller.Actor, from.Key.Command, cancellationToken);
        if (answer.Refusal is { Kind: RefusalKind.NotFound }) return (null, ProblemResult.NotFound("review", id));
        if (answer.Refusal is { } refusal) return (null, ProblemResult.From(refusal));
        return await reviews.Find(item, cancellationToken) is { } row ? (row, null) : (null, ProblemResult.NotFound("review", id));
    }
}
