using System.Collections.Immutable;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn;

/// <summary>What reading a model gave.</summary>
/// <param name="Processes">The executable processes in document order; none when there are errors.</param>
/// <param name="Diagnostics">All findings in document order.</param>
public sealed record BpmnReading(ImmutableArray<ProcessDefinition> Processes, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The first executable process, or null when there are errors.</summary>
    public ProcessDefinition? Process => Processes.IsEmpty ? null : Processes[0];
}
