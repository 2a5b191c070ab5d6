using System.Collections.Immutable;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn;

/// <summary>What came of reading a BPMN model: the process (null if and only if a diagnostic is an error) and every finding, in document order.</summary>
public sealed record BpmnReading(ProcessDefinition? Process, ImmutableArray<Diagnostic> Diagnostics);
