using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BoundaryErrors;

/// <summary>Catches BPMN errors of an activity.</summary>
/// <param name="Code">Only errors of this code; null catches all.</param>
public sealed record BoundaryError(string? Code) : ElementDetail;
