using System.Collections.Immutable;
using Ninben.Bpmn.Cases;

namespace Ninben.Testing.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Case">The case that was opened.</param>
/// <param name="Waits">What is still waited for; empty once the case closed.</param>
/// <param name="Problem">Why the answers do not fit, with their line; null when they do.</param>
public sealed record RunOutcome(CaseState Case, ImmutableArray<RunWait> Waits, RunProblem? Problem);

/// <summary>Something that a case waits for.</summary>
/// <param name="Element">The element.</param>
/// <param name="What">What it waits for, as part of a sentence.</param>
/// <param name="Answer">A step that would answer it, or what else to do.</param>
public sealed record RunWait(string Element, string What, string Answer);

/// <summary>A step that does not fit.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record RunProblem(int Line, string Message);

/// <summary>What happens when no answer is given for what waits.</summary>
public enum RunRest
{
    /// <summary>Outside work answers with null, a scripted person approves, actions succeed, and timers fire when nothing else is left.</summary>
    GoesOn,

    /// <summary>The run stops.</summary>
    Stops,
}
