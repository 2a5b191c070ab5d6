using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>Runs another deployed process inside the case.</summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Version">The version, or null for the newest one at that moment; it is pinned when the call begins.</param>
/// <param name="Rest">What becomes of variables that no output names.</param>
public sealed record CallActivity(ModelValue Process, int? Version, CallRest Rest) : ElementDetail;

/// <summary>What becomes of the variables of a called process that no output of the call names.</summary>
public enum CallRest
{
    /// <summary>They come back when the call has no outputs at all.</summary>
    ComesBack,

    /// <summary>They end with the call.</summary>
    EndsWithCall,
}
