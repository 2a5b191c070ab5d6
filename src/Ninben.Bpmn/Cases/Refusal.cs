using System.Collections.Immutable;

namespace Ninben.Bpmn.Cases;

/// <summary>Why a refused command was refused, which decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>No such case, review, job... (404).</summary>
    NotFound,

    /// <summary>Not in this state: already decided, already sent, already claimed (409).</summary>
    Conflict,

    /// <summary>This person may not (403).</summary>
    Forbidden,

    /// <summary>The command itself lacks something that the rules ask for (422).</summary>
    Invalid,
}

/// <summary>A command may not happen now. A value, never an exception; no fact is written.</summary>
/// <param name="Kind">Which family.</param>
/// <param name="Code">Kebab case, e.g. <c>already-decided</c>, <c>stale-content</c>, <c>too-late-to-undo</c>.</param>
/// <param name="Message">What was expected, what was found, what to do. For <c>already-decided</c> it names who and when.</param>
/// <param name="Fields">Names of the fields or parts concerned, e.g. the flagged fields not yet confirmed.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message, ImmutableArray<string> Fields);
