namespace Ninben.Dmn;

/// <summary>An input column: heading, expression, type and allowed values as texts.</summary>
public sealed record TableInputView(string? Id, string Label, string Expression, string? Type, string? AllowedValues);
