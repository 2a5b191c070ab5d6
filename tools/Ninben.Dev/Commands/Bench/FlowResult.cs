namespace Ninben.Dev.Commands.Bench;

/// <summary>What the load loop saw. Processor time is that of the whole process; unlike the rate it hardly depends on what else the machine does.</summary>
internal sealed record FlowResult(double CasesPerSecond, double P50Ms, double P99Ms, double ProcessorMsPerCase, double AllocatedKbPerCase,
    string Collections);
