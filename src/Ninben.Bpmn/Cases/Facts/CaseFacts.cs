using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary>
/// <c>case.opened.v1</c>: pins the definition by id, version and hash for the whole life of the case. <c>Start</c> is the start event that something
/// triggered, null for the plain one; <c>Payload</c> is what came with the trigger, null for nothing. <c>Caller</c> is the call activity of another case that
/// opened it, null for none.
/// </summary>
public sealed record CaseOpened(string Process, int Version, string Hash, string? BusinessKey, FeelContext Variables, string? Start = null,
    FeelValue? Payload = null, CallingCase? Caller = null) : Fact;

/// <summary>How a case ended.</summary>
public enum CaseEnding
{
    /// <summary>Every path reached its end.</summary>
    Completed,

    /// <summary>A terminate end event ended it.</summary>
    Terminated,

    /// <summary>A person cancelled it.</summary>
    Cancelled,
}

/// <summary><c>case.closed.v1</c></summary>
public sealed record CaseClosed(CaseEnding Ending, string? Reason) : Fact;

/// <summary>
/// <c>variables.set.v1</c>: values written into a scope (0 is the case itself). Values are plain JSON values. <c>Instance</c> is the element
/// instance whose result this is (an undo of that instance brings the earlier values back), null when no element wrote.
/// </summary>
public sealed record VariablesSet(int Scope, FeelContext Values, int? Instance = null) : Fact;

/// <summary><c>variables.removed.v1</c>: an undo took away variables of a scope that did not exist before what it undid.</summary>
public sealed record VariablesRemoved(int Scope, ImmutableArray<string> Names) : Fact;
