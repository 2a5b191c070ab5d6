namespace Ninben.Bpmn.Xml;

/// <summary>An attribute without namespace; the position is that of its value's first character.</summary>
internal sealed record ModelAttribute(string Name, string Value, int Line, int Column);
