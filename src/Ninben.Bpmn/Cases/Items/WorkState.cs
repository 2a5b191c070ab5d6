namespace Ninben.Bpmn.Cases.Items;

/// <summary>Where a job, a timer or an action stands.</summary>
public enum WorkState
{
    /// <summary>Not yet done; for an action: not sent, or to be sent again.</summary>
    Waiting,

    /// <summary>An action is being sent.</summary>
    Sending,

    /// <summary>Completed, fired or done.</summary>
    Done,

    /// <summary>No attempt is left.</summary>
    Failed,

    /// <summary>Taken back.</summary>
    Cancelled,
}
