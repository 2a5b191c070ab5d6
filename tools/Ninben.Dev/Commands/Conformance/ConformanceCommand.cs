using System.CommandLine;

namespace Ninben.Dev.Commands.Conformance;

/// <summary>Every suite of others that Ninben is scored against, one line each.</summary>
internal static class ConformanceCommand
{
    public static Command Create() => new("conformance", "Scores against the suites of others.")
    {
        DmnTckCommand.Create(),
        BetsyCommand.Create(),
        MiwgCommand.Create(),
    };
}
