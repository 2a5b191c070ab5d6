using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Connectors.Documents;
using Ninben.Runtime.Documents;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Documents;

/// <summary><c>POST /api/documents</c>: the bytes decide what a document is. The same bytes again are the same document.</summary>
internal static class AddDocument
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/documents", Handle)
        .Describe("addDocument", "documents", "Stores a document: multipart field file, or the bytes as they are", AccessRule.AddDocuments)
        .WithMetadata(BodyRule.Upload).Accepts<IFormFile>("multipart/form-data", "application/pdf", "image/png", "image/jpeg", "text/plain")
        .Refuses(413, 415, 503);

    internal static async Task<Results<Created<DocumentRow>,
        ProblemResult>> Handle(HttpRequest request, IDocuments documents, CancellationToken cancellationToken)
    {
        var (upload, problem) = await Upload.Read(request, cancellationToken);
        if (upload is null) return problem!;

        var reading = UploadReader.Check(upload.Bytes.Span, upload.MediaType, upload.Name, TextFiles.Accept);
        if (reading.Refusal is { } refusal)
        {
            var status = refusal.Kind == UploadRefusalKind.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType;
            return new ProblemResult(Problem.Of(status, refusal.Kind == UploadRefusalKind.TooLarge ? "too-large" : "not-as-claimed",
                "This document is not taken", refusal.Message));
        }

        var found = reading.Document!;
        var stored = await documents.Add(upload.Bytes, found.MediaType, found.Pages, upload.Name, cancellationToken);
        return TypedResults.Created($"/api/documents/{stored.Hash}", DocumentRow.From(stored));
    }
}
