namespace Ninben.Dev.Commands.Bench;

/// <summary>What the load loop saw.</summary>
internal sealed record FlowResult(double CasesPerSecond, double P50Ms, double P99Ms, TimeSpan Elapsed);
