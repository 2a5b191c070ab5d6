using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.TerminateEnds;

/// <summary>An end event that ends every other path of its scope too.</summary>
public sealed record TerminateEnd : ElementDetail;
