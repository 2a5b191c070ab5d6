using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ninben.Bpmn.Cases.Facts;
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

    /// <summary>All timers that it waits for or is watched by, or null.</summary>
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

    /// <summary>Everything that it waits for besides timers, or null.</summary>
    [JsonInclude]
    public List<int>? Subscriptions { get; internal set; }

    /// <summary>Number of the fact that entered it; orders compensation.</summary>
    [JsonInclude]
    public long EnteredAs { get; internal set; }

    /// <summary>Number of the fact with which it ended, 0 while it is active.</summary>
    [JsonInclude]
    public long LeftAs { get; internal set; }

    /// <summary>How many instances were ever entered directly inside.</summary>
    [JsonInclude]
    public int StartedInside { get; internal set; }

    /// <summary>How many instances directly inside have completed.</summary>
    [JsonInclude]
    public int CompletedInside { get; internal set; }

    /// <summary>The event sub-process that interrupted this scope, or null.</summary>
    [JsonInclude]
    public string? InterruptedBy { get; internal set; }

    /// <summary>The process that a call activity runs, or null.</summary>
    [JsonInclude]
    public CalledProcess? Called { get; internal set; }

    /// <summary>How often a repeated activity will run, or null.</summary>
    [JsonInclude]
    public int? LoopCount { get; internal set; }

    /// <summary>The items of a multi-instance activity, or null.</summary>
    [JsonInclude]
    public FeelValue? LoopItems { get; internal set; }

    /// <summary>What this round gave to the list of outputs, or null.</summary>
    [JsonInclude]
    public FeelValue? Output { get; internal set; }

    /// <summary>The completed instance that this event compensates just now, or null.</summary>
    [JsonInclude]
    public int? Compensating { get; internal set; }

    /// <summary>True once it was compensated; null before.</summary>
    [JsonInclude]
    public bool? IsCompensated { get; internal set; }

    /// <summary>True once other tokens ended for the sake of this one; null before.</summary>
    [JsonInclude]
    public bool? IsJoined { get; internal set; }

    /// <summary>Whether a complex gateway has gone on and takes in what still arrives.</summary>
    [JsonInclude]
    public bool IsActivated { get; internal set; }

    /// <summary>Activities of an ad-hoc sub-process that are still to start, or null.</summary>
    [JsonInclude]
    public ImmutableArray<AdHocChoice>? Chosen { get; internal set; }

    /// <summary>The instance of the same join that went on for this one too, or null.</summary>
    [JsonInclude]
    public int? Into { get; internal set; }

    /// <summary>True while it was entered and has not begun, because the case is suspended; null otherwise.</summary>
    [JsonInclude]
    public bool? IsPostponed { get; internal set; }

    /// <summary>Whether it holds a token.</summary>
    [JsonIgnore]
    public bool IsActive => State == InstanceState.Active;

    // Resolved once and kept until the case is migrated.
    [JsonIgnore]
    internal Element? Model { get; set; }

    // Flows taken inside this sub-process whose targets are not entered yet; always 0 between commands.
    [JsonIgnore]
    internal int QueuedInside { get; set; }
}
