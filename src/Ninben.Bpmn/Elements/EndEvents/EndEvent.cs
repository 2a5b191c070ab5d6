using System.Collections.Immutable;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn.Elements.EndEvents;

/// <summary>One path ends.</summary>
/// <param name="Definitions">What its end causes.</param>
public sealed record EndEvent(ImmutableArray<EventDefinition> Definitions) : EventDetail(Definitions, EventNeed.Any);
