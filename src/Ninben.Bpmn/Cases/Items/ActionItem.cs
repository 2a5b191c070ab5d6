using System.Text.Json.Serialization;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>An effect on the world that this case asked for.</summary>
public sealed class ActionItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that waits.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>Name in the connector catalogue.</summary>
    [JsonInclude]
    public string Connector { get; internal set; } = "";

    /// <summary>What is sent.</summary>
    [JsonInclude]
    public FeelValue Payload { get; internal set; }

    /// <summary>Hash of the payload.</summary>
    [JsonInclude]
    public string Act { get; internal set; } = "";

    /// <summary>Idempotency key, the same for every attempt.</summary>
    [JsonInclude]
    public string Key { get; internal set; } = "";

    /// <summary>Not before this instant.</summary>
    [JsonInclude]
    public DateTimeOffset SendAt { get; internal set; }

    /// <summary>When it was last sent.</summary>
    [JsonInclude]
    public DateTimeOffset? AttemptedAt { get; internal set; }

    /// <summary>The instance whose decision covers the payload.</summary>
    [JsonInclude]
    public int? DecidedBy { get; internal set; }

    /// <summary>How many attempts there are in all.</summary>
    [JsonInclude]
    public int Attempts { get; internal set; }

    /// <summary>Number of the last attempt, 0 before the first.</summary>
    [JsonInclude]
    public int Attempt { get; internal set; }

    /// <summary>Waiting, sending, done, failed or cancelled.</summary>
    [JsonInclude]
    public WorkState State { get; internal set; }

    /// <summary>What the last failed attempt said.</summary>
    [JsonInclude]
    public string? LastError { get; internal set; }
}
