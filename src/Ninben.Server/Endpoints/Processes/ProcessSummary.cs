namespace Ninben.Server.Endpoints.Processes;

/// <summary>The newest version of a process, with how its cases of all versions stand.</summary>
internal sealed record ProcessSummary(string Id, string Name, int Version, string Hash, DateTimeOffset DeployedAt, string DeployedBy, long Open, long Closed,
    long Incidents);
