using System.Text.Json.Serialization;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>A review of this case.</summary>
public sealed class ReviewItem
{
    /// <summary>On the case's number line.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element instance that holds.</summary>
    [JsonInclude]
    public int Instance { get; internal set; }

    /// <summary>What is shown.</summary>
    [JsonInclude]
    public ReviewContent Content { get; internal set; } = null!;

    /// <summary>Hash of the content.</summary>
    [JsonInclude]
    public string Shown { get; internal set; } = "";

    /// <summary>Candidate group, null for every reviewer.</summary>
    [JsonInclude]
    public string? Group { get; internal set; }

    /// <summary>0..100.</summary>
    [JsonInclude]
    public int Priority { get; internal set; }

    /// <summary>When it is due, or null.</summary>
    [JsonInclude]
    public DateTimeOffset? DueAt { get; internal set; }

    /// <summary>Care that a verdict must show.</summary>
    [JsonInclude]
    public FrictionTier Tier { get; internal set; }

    /// <summary>1 for the first review of this element in the case.</summary>
    [JsonInclude]
    public int Round { get; internal set; }

    /// <summary>Ready, claimed, completed or cancelled.</summary>
    [JsonInclude]
    public ReviewState State { get; internal set; }

    /// <summary>When it was opened.</summary>
    [JsonInclude]
    public DateTimeOffset OpenedAt { get; internal set; }

    /// <summary>Person who has or had it.</summary>
    [JsonInclude]
    public string? Assignee { get; internal set; }

    /// <summary>Their name.</summary>
    [JsonInclude]
    public string? AssigneeName { get; internal set; }

    /// <summary>What was said, once completed.</summary>
    [JsonInclude]
    public Verdict? Verdict { get; internal set; }

    /// <summary>Who said it.</summary>
    [JsonInclude]
    public Actor? DecidedBy { get; internal set; }

    /// <summary>When.</summary>
    [JsonInclude]
    public DateTimeOffset? DecidedAt { get; internal set; }

    /// <summary>Whether a person is still asked.</summary>
    [JsonIgnore]
    public bool IsOpen => State is ReviewState.Ready or ReviewState.Claimed;

    internal ReviewSubject Subject => new(State, Content, Shown, Group, Tier, Assignee, AssigneeName, Verdict, DecidedBy, DecidedAt);
}
