using System.Text.Json.Serialization;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>A boundary timer that was set.</summary>
public sealed class TimerItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that it watches.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>The boundary event.</summary>
    [JsonInclude]
    public string Element { get; internal set; } = "";

    /// <summary>When it fires.</summary>
    [JsonInclude]
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>Waiting, done (fired) or cancelled.</summary>
    [JsonInclude]
    public WorkState State { get; internal set; }
}
