using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Execution;

/// <summary>
/// The one door through which a case changes: load, decide (pure), append. The returned task completes only after the facts are on
/// stable storage. Commands to one case run one after another; different cases run side by side and share commits.
/// </summary>
public interface ICaseRunner
{
    /// <summary>
    /// Executes a command. With a key, the same key and body returns the first answer again (<see cref="CaseAnswer.Repeated"/>); the same key
    /// with another body is refused with <c>key-reused</c>. Version conflicts with another node are retried inside.
    /// </summary>
    Task<CaseAnswer> Execute(CaseId id, CaseCommand command, Actor by, CommandKey? key, CancellationToken cancellationToken);
}
