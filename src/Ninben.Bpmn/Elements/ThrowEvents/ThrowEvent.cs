using System.Collections.Immutable;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn.Elements.ThrowEvents;

/// <summary>Causes something on the way.</summary>
/// <param name="Definitions">What it causes; none for a mere milestone.</param>
public sealed record ThrowEvent(ImmutableArray<EventDefinition> Definitions) : EventDetail(Definitions, EventNeed.Any);
