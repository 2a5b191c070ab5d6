namespace Ninben.Bpmn.Xml;

/// <summary>An attribute; the position is that of its value's first character. One of Camunda's namespace is named <c>camunda:...</c>.</summary>
internal sealed record ModelAttribute(string Name, string Value, int Line, int Column);
