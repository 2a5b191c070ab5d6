using Ninben.Testing.Runs;

namespace Ninben.Cli.Commands.Run;

/// <summary>What the command line of <c>ninben run</c> says.</summary>
/// <param name="File">The model.</param>
/// <param name="Process">Which of its processes; null for the first.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="Script">The answers, or null.</param>
/// <param name="Decisions">DMN files; none for those beside the model.</param>
/// <param name="Rest">What happens when no answer is given.</param>
internal sealed record RunRequest(FileInfo File, string? Process, string Variables, FileInfo? Script, IReadOnlyList<FileInfo> Decisions, RunRest Rest);
