namespace Ninben.Bpmn.Events.Escalations;

/// <summary>A non-critical notice up the scopes.</summary>
/// <param name="Code">Its code; a catching event without one catches all.</param>
public sealed record EscalationDefinition(string? Code) : EventDefinition;
