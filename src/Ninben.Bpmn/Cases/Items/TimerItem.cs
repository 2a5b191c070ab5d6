using System.Text.Json.Serialization;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>A timer that was set.</summary>
public sealed class TimerItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that waits, or that is watched; 0 for an event sub-process of the case.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>The event.</summary>
    [JsonInclude]
    public string Element { get; internal set; } = "";

    /// <summary>Position of the event's definition; null for the first.</summary>
    [JsonInclude]
    public int? Trigger { get; internal set; }

    /// <summary>Pause of a cycle as an ISO 8601 duration; null for a timer that fires once.</summary>
    [JsonInclude]
    public string? Every { get; internal set; }

    /// <summary>How often it fires again after this time, -1 without end; null for a timer that fires once.</summary>
    [JsonInclude]
    public int? Repeats { get; internal set; }

    /// <summary>When it fires.</summary>
    [JsonInclude]
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>Waiting, done (fired) or cancelled.</summary>
    [JsonInclude]
    public WorkState State { get; internal set; }
}
