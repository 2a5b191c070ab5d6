using System.Text.Json.Serialization;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>One activation of an element. Read-only outside of the core; changed only by facts.</summary>
public sealed class ElementInstance
{
    /// <summary>On the case's number line, from 1.</summary>
    [JsonInclude]
    public int Number { get; internal set; }

    /// <summary>The element's id.</summary>
    [JsonInclude]
    public string Element { get; internal set; } = "";

    /// <summary>Instance of the enclosing sub-process, 0 for the case.</summary>
    [JsonInclude]
    public int Scope { get; internal set; }

    /// <summary>Instance that the token came from, 0 for a start.</summary>
    [JsonInclude]
    public int From { get; internal set; }

    /// <summary>Flow taken, null for a start or a boundary event.</summary>
    [JsonInclude]
    public string? Flow { get; internal set; }

    /// <summary>Active, completed or cancelled.</summary>
    [JsonInclude]
    public InstanceState State { get; internal set; }

    /// <summary>When it was entered.</summary>
    [JsonInclude]
    public DateTimeOffset EnteredAt { get; internal set; }

    /// <summary>When it completed or was cancelled.</summary>
    [JsonInclude]
    public DateTimeOffset? LeftAt { get; internal set; }

    /// <summary>The latest proposal, or null.</summary>
    [JsonInclude]
    public Proposal? Proposal { get; internal set; }

    /// <summary>The latest judgement, or null.</summary>
    [JsonInclude]
    public GateJudgement? Judgement { get; internal set; }

    /// <summary>The settled answer while it stands, or null.</summary>
    [JsonInclude]
    public DecisionMade? Decision { get; internal set; }

    /// <summary>Its latest review, 0 for none.</summary>
    [JsonInclude]
    public int Review { get; internal set; }

    /// <summary>Its latest job, 0 for none.</summary>
    [JsonInclude]
    public int Job { get; internal set; }

    /// <summary>Its latest action, 0 for none.</summary>
    [JsonInclude]
    public int Action { get; internal set; }

    /// <summary>Its open incident, 0 for none.</summary>
    [JsonInclude]
    public int Incident { get; internal set; }

    /// <summary>All its boundary timers, or null.</summary>
    [JsonInclude]
    public List<int>? Timers { get; internal set; }

    /// <summary>A sub-process' own variables; null for other elements.</summary>
    [JsonInclude]
    public FeelContext? Variables { get; internal set; }

    /// <summary>Active instances directly inside a sub-process.</summary>
    [JsonInclude]
    public int ActiveInside { get; internal set; }

    /// <summary>What its results replaced, oldest first, or null.</summary>
    [JsonInclude]
    public List<VariableWrite>? Writes { get; internal set; }

    /// <summary>What its results had replaced before an undo took them back, oldest first, or null.</summary>
    [JsonInclude]
    public List<VariableWrite>? UndoneWrites { get; internal set; }

    /// <summary>The instance of the same join that went on for this one too, or null.</summary>
    [JsonInclude]
    public int? Into { get; internal set; }

    /// <summary>Whether it holds a token.</summary>
    [JsonIgnore]
    public bool IsActive => State == InstanceState.Active;

    // Resolved once per decide and kept: the definition of a case never changes.
    [JsonIgnore]
    internal Element? Model { get; set; }

    // Flows taken inside this sub-process whose targets are not entered yet; always 0 between commands.
    [JsonIgnore]
    internal int QueuedInside { get; set; }
}
