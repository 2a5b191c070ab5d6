using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.People;

/// <summary><c>GET /api/people</c></summary>
internal static class ListPeople
{
    internal sealed record PeopleList(IReadOnlyList<PersonRow> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/people", Handle)
        .Describe("listPeople", "people", "Everybody who may sign in", AccessRule.ManageAccess);

    internal static Ok<PeopleList> Handle(IPeople people) => TypedResults.Ok(new PeopleList([.. people.All().Select(PersonRow.From)]));
}
