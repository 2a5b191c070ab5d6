namespace Ninben.Server.Histories;

/// <summary>Where an action stands.</summary>
internal enum ActionState
{
    Waiting,
    Sending,
    Done,
    Failed,
    Cancelled,
}
