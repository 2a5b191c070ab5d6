using System.CommandLine;

namespace Ninben.Dev.Commands.Bench;

/// <summary>Every measurement, one line each.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measures; every result is printed as a table, and with --json as one last line.")
    {
        FlowCommand.Create(),
        InboxCommand.Create(),
        DecideCommand.Create(),
        MemoryCommand.Create(),
        StartCommand.Create(),
        ReceiptsBench.Create(),
        KeysBench.Create(),
        FeelBench.Create(),
        DeployBench.Create(),
        AbuseBench.Create(),
        EngineBench.Create(),
    };
}
