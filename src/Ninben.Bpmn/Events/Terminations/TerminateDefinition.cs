namespace Ninben.Bpmn.Events.Terminations;

/// <summary>Ends every other path of the scope.</summary>
public sealed record TerminateDefinition : EventDefinition;
