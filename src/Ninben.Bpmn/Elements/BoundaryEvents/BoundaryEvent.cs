using System.Collections.Immutable;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn.Elements.BoundaryEvents;

/// <summary>Watches an activity.</summary>
/// <param name="Definitions">What it waits for.</param>
/// <param name="Effect">Whether the activity ends.</param>
/// <param name="Need">How many of the definitions must happen.</param>
public sealed record BoundaryEvent(ImmutableArray<EventDefinition> Definitions, EventEffect Effect, EventNeed Need) : EventDetail(Definitions, Need);
