namespace Ninben.Bpmn.Events.Cancels;

/// <summary>Gives up a transaction.</summary>
public sealed record CancelDefinition : EventDefinition;
