using System.Text.Json.Serialization;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>Execution stopped at an element instance and needs a person.</summary>
public sealed class IncidentItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that cannot go on.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>Kebab case, e.g. <c>job-failed</c>.</summary>
    [JsonInclude]
    public string Code { get; internal set; } = "";

    /// <summary>What happened, as a sentence.</summary>
    [JsonInclude]
    public string Message { get; internal set; } = "";

    /// <summary>When.</summary>
    [JsonInclude]
    public DateTimeOffset At { get; internal set; }

    /// <summary>When it was resolved, or null.</summary>
    [JsonInclude]
    public DateTimeOffset? ResolvedAt { get; internal set; }

    /// <summary>How it was resolved, or null.</summary>
    [JsonInclude]
    public string? How { get; internal set; }

    /// <summary>Whether it still waits for a person.</summary>
    [JsonIgnore]
    public bool IsOpen => ResolvedAt is null;
}
