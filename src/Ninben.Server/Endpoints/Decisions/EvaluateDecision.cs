using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary><c>POST /api/decisions/{id}/evaluate</c>: tries a decision; nothing is recorded.</summary>
internal static class EvaluateDecision
{
    internal sealed record EvaluateRequest(FeelContext Variables);

    internal sealed record Evaluation(FeelValue Output, IReadOnlyList<MatchedPolicyRule> Matched, IReadOnlyList<string> Notes, int Version);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/decisions/{id}/evaluate", Handle)
        .Describe("evaluateDecision", "decisions", "Tries a decision with given values; nothing is recorded", AccessRule.TryDecisions).Refuses(404);

    internal static Results<Ok<Evaluation>, ProblemResult> Handle(string id, EvaluateRequest request, DeployedDecisions decisions)
    {
        if (decisions.Find(id) is not { } found) return ProblemResult.NotFound("decision", id);
        var result = found.Decision.Evaluate(request.Variables);
        return TypedResults.Ok(new Evaluation(result.Output,
            [.. result.Matched.Select(m => new MatchedPolicyRule(m.DecisionId, m.Number, m.RuleId, m.Annotation))],
            [.. result.Notes.Select(n => n.Message)], found.Model.Version));
    }
}
