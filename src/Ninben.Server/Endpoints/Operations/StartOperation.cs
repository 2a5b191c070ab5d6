using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Endpoints.Cases;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>POST /api/operations</c></summary>
internal static class StartOperation
{
    /// <summary>Cases that one operation changes at most.</summary>
    internal const int MostCases = 20_000;

    private const int AtOnce = 200;

    /// <param name="Ids">Exactly these cases; the other members are then left out.</param>
    /// <param name="Process">Cases of this process.</param>
    /// <param name="ProcessVersion">Only of this version.</param>
    /// <param name="State">As in the list of cases; open ones when left out.</param>
    /// <param name="Search">Business key or title begins with this.</param>
    /// <param name="Incident">Only cases that have an open incident of this code.</param>
    internal sealed record CaseSelection(IReadOnlyList<string>? Ids = null, string? Process = null, int? ProcessVersion = null, string? State = null,
        string? Search = null, string? Incident = null);

    /// <param name="Kind">What is done to each case.</param>
    /// <param name="Reason">Why; stands in every case's history.</param>
    /// <param name="Cases">Which cases.</param>
    /// <param name="Version">The version to migrate to.</param>
    /// <param name="Mapping">Elements that have another id there.</param>
    internal sealed record StartOperationRequest(OperationKind Kind, string Reason, CaseSelection Cases, int? Version = null,
        IReadOnlyList<ElementMapping>? Mapping = null);

    /// <summary>Where cases are found, and where operations are kept.</summary>
    internal sealed record Stores(ICaseView Cases, ICaseReader Reader, IOperations Operations);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/operations", Handle)
        .Describe("startOperation", "operations", "Makes one change to many cases, one after the other", AccessRule.SteerCases).Refuses(404, 422, 503);

    internal static async Task<Results<Created<OperationRow>, ProblemResult>> Handle(StartOperationRequest request, Caller caller, RequestKey key,
        [AsParameters] Stores stores, TimeProvider time, CancellationToken cancellationToken)
    {
        if (CaseDoor.ReasonProblem(request.Reason) is { } missing) return missing;
        if (request.Kind == OperationKind.Migrate != request.Version is not null)
            return ProblemResult.Invalid("version", "A migration names the version to migrate to, and nothing else does.", "version");
        var id = key.Command is { } command
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Key)))[..32]
            : Guid.CreateVersion7().ToString("N");
        foreach (var one in request.Cases.Ids ?? [])
            if (await stores.Cases.Find(new CaseId(one), cancellationToken) is null) return ProblemResult.NotFound("case", one);
        if (await Select(request.Cases, (stores.Cases, stores.Reader), cancellationToken) is not { } cases)
            return ProblemResult.Invalid("too-many-cases", $"An operation changes at most {MostCases} cases. Choose fewer.", "cases");
        var order = new OperationOrder(request.Kind, request.Reason, request.Cases.Incident, request.Version, request.Mapping);
        var operation = new Operation(id, order, caller.Actor, time.GetUtcNow(), null, OperationState.Running, cases.Count, 0, 0)
        {
            RequestHash = key.Command?.BodyHash,
        };
        await stores.Operations.Add(operation, cases, cancellationToken);
        // A repeated request finds the operation that the first one started.
        var stored = (await stores.Operations.Find(id, cancellationToken))!;
        if (stored.RequestHash != operation.RequestHash) return ProblemResult.KeyReused();
        return TypedResults.Created($"/api/operations/{id}", OperationRow.From(stored));
    }

    /// <summary>The cases that fit, oldest first; null when they are too many.</summary>
    internal static async Task<List<CaseId>?> Select(CaseSelection selection, (ICaseView Cases, ICaseReader Reader) from,
        CancellationToken cancellationToken)
    {
        if (selection.Ids is { } ids) return ids.Count > MostCases ? null : [.. ids.Distinct(StringComparer.Ordinal).Select(id => new CaseId(id))];
        var found = new List<CaseId>();
        string? after = null;
        do
        {
            var state = selection.State ?? (selection.Incident is null ? "open" : "incident");
            var page = await from.Cases.List(new CaseQuery(selection.Process, state, selection.Search, after, AtOnce), cancellationToken);
            foreach (var row in page.Items)
                if (await Fits(row, selection, from.Reader, cancellationToken)) found.Add(new CaseId(row.Id));
            after = page.Next;
            if (found.Count > MostCases) return null;
        }
        while (after is not null);

        // Oldest first: they have waited longest.
        found.Reverse();
        return found;
    }

    private static async Task<bool> Fits(CaseRow row, CaseSelection selection, ICaseReader reader, CancellationToken cancellationToken)
    {
        if (selection.ProcessVersion is { } version && row.ProcessVersion != version) return false;
        if (selection.Incident is not { } code) return true;
        return await reader.Read(new CaseId(row.Id), state => state.Incidents.Any(incident => incident.IsOpen && incident.Code == code), cancellationToken);
    }
}
