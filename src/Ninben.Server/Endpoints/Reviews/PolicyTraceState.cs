namespace Ninben.Server.Endpoints.Reviews;

/// <summary>Whether a hold can be explained from what was recorded.</summary>
internal enum PolicyTraceState
{
    /// <summary>The recorded values lead, in the version that decided, to what was recorded.</summary>
    Explained,

    /// <summary>They lead to something else, because of a change of the program; what was recorded stands.</summary>
    Differs,

    /// <summary>The version that decided is not there any more, or can no longer be read.</summary>
    ModelGone,

    /// <summary>No such policy was deployed when it should have decided.</summary>
    NotDeployed,
}
