namespace Ninben.Bpmn.Events.Compensations;

/// <summary>Undoing completed work.</summary>
/// <param name="Activity">Id of the one activity to compensate; null compensates the whole scope.</param>
public sealed record CompensationDefinition(string? Activity) : EventDefinition;
