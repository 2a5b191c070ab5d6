namespace Ninben.Server.Endpoints.Session;

/// <summary>The signed-in party, with its roles and groups of this moment.</summary>
internal sealed record SessionUser(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups);
