namespace Ninben.Bpmn.Events.Errors;

/// <summary>A BPMN error: the business expected this.</summary>
/// <param name="Code">Its code; a catching event without one catches all.</param>
public sealed record ErrorDefinition(string? Code) : EventDefinition;
