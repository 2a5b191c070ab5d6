namespace Ninben.Bpmn.Events.Links;

/// <summary>An arrow that is not drawn: from a throwing to the catching event of the same name in one scope.</summary>
public sealed record LinkDefinition(string Name) : EventDefinition;
