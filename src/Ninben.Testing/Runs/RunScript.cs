using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Testing.Runs;

/// <summary>An answers file.</summary>
/// <param name="Steps">In order; each is taken as soon as what it is for waits.</param>
/// <param name="Answers">By element: what answers it whenever it waits and no step is for it. One after the other, the last one again and again.</param>
public sealed record RunScript(ImmutableArray<RunStep> Steps, ImmutableDictionary<string, ImmutableArray<RunAnswer>> Answers)
{
    /// <summary>No steps and no answers.</summary>
    public static RunScript Empty { get; } = new([], ImmutableDictionary<string, ImmutableArray<RunAnswer>>.Empty);
}

/// <summary>What reading an answers file gave.</summary>
/// <param name="Script">Null when there are diagnostics.</param>
/// <param name="Diagnostics">What is wrong, with its line.</param>
public sealed record RunScriptReading(RunScript? Script, ImmutableArray<Diagnostic> Diagnostics);
