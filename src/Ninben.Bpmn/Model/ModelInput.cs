namespace Ninben.Bpmn.Model;

/// <summary>A named input of a connector or of a sub-process.</summary>
public sealed record ModelInput(string Name, ModelValue Value);
