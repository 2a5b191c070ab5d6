using System.Text.Json.Serialization;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>Outside work of this case, done by a connector or by another case. Its inputs stand in the fact that created it.</summary>
public sealed class JobItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that waits.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>Name in the connector catalogue; empty for a job that another case does.</summary>
    [JsonInclude]
    public string Connector { get; internal set; } = "";

    /// <summary>The case that a call activity opened for it; null for a job of a connector.</summary>
    [JsonInclude]
    public string? Case { get; internal set; }

    /// <summary>How many attempts there are in all.</summary>
    [JsonInclude]
    public int Attempts { get; internal set; }

    /// <summary>Number of the last attempt that failed.</summary>
    [JsonInclude]
    public int Failures { get; internal set; }

    /// <summary>Not before this instant, after a failure.</summary>
    [JsonInclude]
    public DateTimeOffset? RetryAt { get; internal set; }

    /// <summary>Waiting, done, failed or cancelled.</summary>
    [JsonInclude]
    public WorkState State { get; internal set; }
}
