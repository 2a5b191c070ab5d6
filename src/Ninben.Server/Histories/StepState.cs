namespace Ninben.Server.Histories;

/// <summary>Where a step stands.</summary>
internal enum StepState
{
    Active,
    Completed,
    Cancelled,
    Incident,
}
