namespace Ninben.Dmn;

/// <summary>An output column: name, heading, type, allowed values (in order of priority) and default as texts.</summary>
public sealed record TableOutputView(string? Id, string? Name, string Label, string? Type, string? AllowedValues, string? Default);
