using Ninben.Dmn;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary>A decision of a deployed DMN model; <c>Table</c> is there when its logic is a decision table.</summary>
internal sealed record DecisionSummary(string Id, string Name, string Model, int Version, string Hash, DateTimeOffset DeployedAt, string DeployedBy,
    DecisionTableView? Table);
