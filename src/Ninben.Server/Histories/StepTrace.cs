using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Server.Histories;

/// <summary>One activation of an element.</summary>
/// <param name="Instance">Its number.</param>
/// <param name="Element">The element's id, in the version that it ran by last.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EnteredAt">Since when.</param>
/// <param name="LeftAt">Until when, or null.</param>
internal sealed record StepTrace(int Instance, string Element, StepState State, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt)
{
    /// <summary>The step that it lies in, 0 for the case itself.</summary>
    public int Scope { get; init; }

    /// <summary>The process that a call activity runs, or null.</summary>
    public CallStarted? Called { get; init; }

    /// <summary>The case that a call activity opened last, or null.</summary>
    public CallRequested? Opened { get; init; }

    /// <summary>Whether it waits for the case to be resumed.</summary>
    public bool IsPostponed { get; init; }
}
