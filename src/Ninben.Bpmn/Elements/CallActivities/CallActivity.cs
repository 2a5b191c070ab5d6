using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>Runs another deployed process inside the case.</summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Version">The version, or null for the newest one at that moment; it is pinned when the call begins.</param>
public sealed record CallActivity(ModelValue Process, int? Version) : ElementDetail;
