using System.CommandLine;
using Ninben.Cli.Commands;
using Ninben.Cli.Commands.Run;

namespace Ninben.Cli;

/// <summary>Every command, one line each.</summary>
internal static class CommandCatalogue
{
    /// <summary>In the order in which help shows them.</summary>
    public static IEnumerable<Command> All() =>
    [
        ServeCommand.Make(),
        DemoCommand.Make(),
        CheckCommand.Make(),
        RunCommand.Make(),
        FeelCommand.Make(),
        VerifyCommand.Make(),
        ExportCommand.Make(),
    ];
}
