using System.CommandLine;
using Ninben.Dev.Commands.Bench;
using Ninben.Dev.Commands.Calibrating;
using Ninben.Dev.Commands.Conformance;
using Ninben.Dev.Commands.OpenApi;
using Ninben.Dev.Commands.Samples;

namespace Ninben.Dev;

/// <summary>Every developer command, one line each; its code is in <c>Commands/</c>.</summary>
internal static class CommandCatalogue
{
    /// <summary>New command trees in the order in which help shows them.</summary>
    public static IEnumerable<Command> All() =>
    [
        BenchCommand.Create(),
        ConformanceCommand.Create(),
        SampleDocumentsCommand.Create(),
        CalibrateCommand.Create(),
        OpenApiCommand.Create(),
    ];
}
