namespace Ninben.Bpmn.Cases.Facts;

/// <summary>Which element of a new version takes the place of which element of the old one.</summary>
public sealed record ElementMapping(string From, string To);
