using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Ninben.Bpmn.Cases;
using Ninben.Feel;
using Ninben.Server.Json;

namespace Ninben.Server.Problems;

/// <summary>Answers with a problem.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public Problem Problem { get; } = problem;

    public static ProblemResult NotFound(string what, string id) =>
        new(Problem.Of(StatusCodes.Status404NotFound, "not-found", "Not found", $"There is no {what} '{id}'."));

    public static ProblemResult Invalid(string code, string detail, params IReadOnlyList<string> fields) =>
        new(Problem.Of(StatusCodes.Status422UnprocessableEntity, code, "The request cannot be carried out as it is", detail) with { Fields = fields });

    public static ProblemResult Conflict(string code, string detail) =>
        new(Problem.Of(StatusCodes.Status409Conflict, code, "Not in this state", detail));

    /// <summary>The same key with anything else is a fault of the request, not of a state (draft-ietf-httpapi-idempotency-key-header, 2.7).</summary>
    public static ProblemResult KeyReused() => Invalid("key-reused", "This idempotency key was used for another request; use a new key.");

    /// <summary>A model that cannot be deployed, with every diagnostic.</summary>
    public static ProblemResult Faulty(string what, IEnumerable<Diagnostic> diagnostics)
    {
        var rows = DiagnosticRow.From(diagnostics);
        var errors = rows.Count(r => r.Severity == DiagnosticSeverity.Error);
        return new ProblemResult(Problem.Of(StatusCodes.Status422UnprocessableEntity, "model-faulty", $"The {what} cannot be deployed",
            errors == 1 ? "One thing must be put right first." : $"{errors} things must be put right first.") with
        { Diagnostics = rows });
    }

    /// <summary>A command that the core refused.</summary>
    public static ProblemResult From(Refusal refusal)
    {
        var (status, title) = refusal.Kind switch
        {
            RefusalKind.NotFound => (StatusCodes.Status404NotFound, "Not found"),
            RefusalKind.Conflict => (StatusCodes.Status409Conflict, "Not in this state"),
            RefusalKind.Forbidden => (StatusCodes.Status403Forbidden, "Not yours to do"),
            RefusalKind.Invalid => (StatusCodes.Status422UnprocessableEntity, "The request cannot be carried out as it is"),
            _ => throw new UnreachableException($"Refusal kind {refusal.Kind}"),
        };

        // The same key with another body is a fault of the request, not of the case's state (draft-ietf-httpapi-idempotency-key-header, 2.7).
        if (refusal.Code == "key-reused") status = StatusCodes.Status422UnprocessableEntity;
        return new ProblemResult(Problem.Of(status, refusal.Code, title, refusal.Message) with
        {
            Fields = refusal.Fields.IsDefaultOrEmpty ? null : refusal.Fields,
        });
    }

    public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, Problem);

    /// <summary>Writes a problem from anywhere, also outside of endpoints.</summary>
    public static Task Write(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        var body = problem with { TraceId = problem.TraceId ?? Activity.Current?.Id ?? context.TraceIdentifier };
        var type = (JsonTypeInfo<Problem>)ServerJson.Options.GetTypeInfo(typeof(Problem));
        return response.WriteAsJsonAsync(body, type, "application/problem+json", context.RequestAborted);
    }
}
