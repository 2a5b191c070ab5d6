using System.Text.Json.Serialization;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>What a subscription waits for.</summary>
public enum SubscriptionKind
{
    /// <summary>A message by name and key.</summary>
    Message,

    /// <summary>A signal by name.</summary>
    Signal,

    /// <summary>A condition over the variables.</summary>
    Condition,
}

/// <summary>An event that waits for a message, a signal or a condition.</summary>
public sealed class SubscriptionItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The instance that waits; 0 for an event sub-process of the case.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>The event.</summary>
    [JsonInclude]
    public string Element { get; internal set; } = "";

    /// <summary>Position of the event's definition; null for the first.</summary>
    [JsonInclude]
    public int? Trigger { get; internal set; }

    /// <summary>What it waits for.</summary>
    [JsonInclude]
    public SubscriptionKind Kind { get; internal set; }

    /// <summary>Name of the message or signal.</summary>
    [JsonInclude]
    public string Name { get; internal set; } = "";

    /// <summary>Correlation key of a message, or null.</summary>
    [JsonInclude]
    public string? Key { get; internal set; }

    /// <summary>Waiting, done or cancelled.</summary>
    [JsonInclude]
    public WorkState State { get; internal set; }

    /// <summary>Whether a condition held when it was last looked at.</summary>
    [JsonInclude]
    public bool Holds { get; internal set; }
}
