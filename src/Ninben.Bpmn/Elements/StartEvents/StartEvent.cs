using System.Collections.Immutable;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn.Elements.StartEvents;

/// <summary>Where a process or a part of one begins.</summary>
/// <param name="Definitions">What starts it; none for a plain start.</param>
/// <param name="Effect">For an event sub-process: whether its scope ends.</param>
/// <param name="Need">How many of the definitions must happen.</param>
public sealed record StartEvent(ImmutableArray<EventDefinition> Definitions, EventEffect Effect, EventNeed Need) : EventDetail(Definitions, Need);
