using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Execution;

/// <summary>A command with all that belongs to it.</summary>
internal sealed record CaseRequest(CaseId Case, CaseCommand Command, Actor By, CommandKey? Key, WorkLease? Lease);
