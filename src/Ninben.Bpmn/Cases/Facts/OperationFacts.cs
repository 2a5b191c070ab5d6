using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary><c>variables.edited.v1</c>: a person wrote values into a scope (0 is the case itself), and said why. Values are plain JSON values.</summary>
public sealed record VariablesEdited(int Scope, FeelContext Values, string Reason) : Fact;

/// <summary><c>case.suspended.v1</c>: nothing begins any more until a person resumes the case.</summary>
public sealed record CaseSuspended(string Reason) : Fact;

/// <summary><c>case.resumed.v1</c>: what was postponed goes on now.</summary>
public sealed record CaseResumed(string? Reason) : Fact;

/// <summary>
/// <c>answer.postponed.v1</c>: something answered while the case was suspended, and what follows waits. <c>Item</c> is the job, the action or the
/// subscription; <c>Proposal</c> and <c>Error</c> are what a job answered besides a value.
/// </summary>
public sealed record AnswerPostponed(int Item, FeelValue Value, Proposal? Proposal = null, string? Error = null, string? Message = null) : Fact;

/// <summary><c>token.moved.v1</c>: a person ended an instance and began another element of the same scope in its place.</summary>
public sealed record TokenMoved(int Instance, string Element, string Reason) : Fact;

/// <summary>
/// <c>case.migrated.v1</c>: the case runs by another version of its process from now on. Active instances and what waits take the ids of the mapping;
/// what the mapping does not name keeps its own.
/// </summary>
public sealed record CaseMigrated(int From, int To, string Hash, ImmutableArray<ElementMapping> Mapping, string Reason) : Fact;
