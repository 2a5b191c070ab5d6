using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ninben.Connectors.Ocr;
using Ninben.Runtime.Jobs;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Documents;

/// <summary><c>GET /api/documents/{hash}/pages/{page}</c>: the type is the one that the bytes were found to be when they came.</summary>
internal static class GetPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/documents/{hash}/pages/{page:int}", Handle)
        .Describe("getPage", "documents", "A page as a picture (1 is the first); plain text has none", AccessRule.Anyone)
        .Produces<Stream>(200, "image/png", "image/jpeg").Refuses(404, 422);

    internal static async Task<IResult> Handle(string hash, int page, HttpContext context, PageImages images, CancellationToken cancellationToken)
    {
        try
        {
            if (!DocumentHash.IsOne(hash) || await images.Find(hash, page, cancellationToken) is not { } file) return ProblemResult.NotFound("page",
                $"{hash}/{page}");
            PageCache.KeepForever(context.Response);
            return TypedResults.PhysicalFile(Path.GetFullPath(file.Path), file.MediaType);
        }
        catch (ConnectorException exception)
        {
            return ProblemResult.Invalid("page-unreadable", exception.Message);
        }
    }
}
