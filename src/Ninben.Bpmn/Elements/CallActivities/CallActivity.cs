using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.CallActivities;

/// <summary>Runs another deployed process, inside the case or as a case of its own.</summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Version">The version, or null for the newest one at that moment; it is pinned when the call begins.</param>
/// <param name="Rest">What becomes of variables that no output names.</param>
/// <param name="Place">Where it runs.</param>
public sealed record CallActivity(ModelValue Process, int? Version, CallRest Rest, CallPlace Place) : ElementDetail;

/// <summary>What becomes of the variables of a called process that no output of the call names.</summary>
public enum CallRest
{
    /// <summary>They come back when the call has no outputs at all.</summary>
    ComesBack,

    /// <summary>They end with the call.</summary>
    EndsWithCall,
}

/// <summary>Where a called process runs.</summary>
public enum CallPlace
{
    /// <summary>Inside the calling case; as a case of its own when the calling case has become large.</summary>
    Auto,

    /// <summary>Always inside the calling case.</summary>
    Inside,

    /// <summary>Always as a case of its own, with a stream of its own.</summary>
    OwnCase,
}
