using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BoundaryTimers;

/// <summary>A timer that watches an activity.</summary>
/// <param name="Form">Duration from entering, or an instant.</param>
/// <param name="Due">The duration or the instant.</param>
/// <param name="Effect">Whether the activity ends when it fires.</param>
public sealed record BoundaryTimer(TimerForm Form, ModelValue Due, BoundaryEffect Effect) : ElementDetail;
