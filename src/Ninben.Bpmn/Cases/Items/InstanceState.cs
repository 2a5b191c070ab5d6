namespace Ninben.Bpmn.Cases.Items;

/// <summary>Where an element instance stands.</summary>
public enum InstanceState
{
    /// <summary>Holds a token.</summary>
    Active,

    /// <summary>Left.</summary>
    Completed,

    /// <summary>Ended without completing.</summary>
    Cancelled,
}
