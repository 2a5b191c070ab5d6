using Ninben.Bpmn.Cases;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Execution;

/// <summary>What came of a command: the case's version after it, or a refusal.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">Sequence number of the last fact after the command.</param>
/// <param name="Refusal">Set when the command was refused; nothing was written then.</param>
/// <param name="Repeated">True when this key was answered before and the answer is the recorded one.</param>
public sealed record CaseAnswer(CaseId Case, long Version, Refusal? Refusal, bool Repeated);
