using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Connectors.Ocr;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Documents;

/// <summary><c>GET /api/documents/{hash}/pages/{page}/words</c>: read once, then kept beside the document.</summary>
internal static class GetWords
{
    internal sealed record PageWords(int Width, int Height, IReadOnlyList<PageWord> Words);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/documents/{hash}/pages/{page:int}/words", Handle)
        .Describe("getWords", "documents", "The words of a page with their places, as fractions of its width and height", AccessRule.Anyone).Refuses(404, 422);

    internal static async Task<Results<Ok<PageWords>,
        ProblemResult>> Handle(string hash, int page, HttpContext context, IDocuments documents, IPageReader reader,
        CancellationToken cancellationToken)
    {
        if (!DocumentHash.IsOne(hash) || await documents.Find(hash, cancellationToken) is null) return ProblemResult.NotFound("document", hash);
        try
        {
            var text = await reader.Read(hash, cancellationToken);
            if (page < 1 || page > text.Pages.Count) return ProblemResult.NotFound("page", $"{hash}/{page}");
            var found = text.Pages[page - 1];
            PageCache.KeepForever(context.Response);
            return TypedResults.Ok(new PageWords(found.Width, found.Height, found.Words));
        }
        catch (ConnectorException exception)
        {
            return ProblemResult.Invalid("page-unreadable", exception.Message);
        }
    }
}
