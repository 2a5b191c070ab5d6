using System.Collections.Immutable;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn.Elements.CatchEvents;

/// <summary>Waits on the way for something to happen.</summary>
/// <param name="Definitions">What it waits for.</param>
/// <param name="Need">How many of them must happen.</param>
public sealed record CatchEvent(ImmutableArray<EventDefinition> Definitions, EventNeed Need) : EventDetail(Definitions, Need);
