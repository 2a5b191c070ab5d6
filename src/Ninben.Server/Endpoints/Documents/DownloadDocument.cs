using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Ninben.Runtime.Documents;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Documents;

/// <summary><c>GET /api/documents/{hash}/content</c>: always to be saved, never shown in place.</summary>
internal static class DownloadDocument
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/documents/{hash}/content", Handle)
        .Describe("downloadDocument", "documents", "The bytes of a document, as an attachment", AccessRule.Anyone)
        .Produces<Stream>(200, "application/octet-stream").Refuses(404);

    internal static async Task<IResult> Handle(string hash, HttpContext context, IDocuments documents, CancellationToken cancellationToken)
    {
        if (!DocumentHash.IsOne(hash) || await documents.Find(hash, cancellationToken) is not { } document
            || await documents.Open(hash, cancellationToken) is not { } stream) return ProblemResult.NotFound("document", hash);

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(document.Name ?? hash[..12]);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        PageCache.KeepForever(context.Response);
        return TypedResults.Stream(stream, document.MediaType);
    }
}
