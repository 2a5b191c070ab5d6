using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Documents;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Documents;

/// <summary><c>GET /api/documents/{hash}</c></summary>
internal static class GetDocument
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/documents/{hash}", Handle)
        .Describe("getDocument", "documents", "What is known of a document", AccessRule.Anyone).Refuses(404);

    internal static async Task<Results<Ok<DocumentRow>, ProblemResult>> Handle(string hash, IDocuments documents, CancellationToken cancellationToken) =>
        DocumentHash.IsOne(hash) && await documents.Find(hash, cancellationToken) is { } document
            ? TypedResults.Ok(DocumentRow.From(document))
            : ProblemResult.NotFound("document", hash);
}
