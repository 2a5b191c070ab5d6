using System.Collections.Immutable;

namespace Ninben.Bpmn.Model;

/// <summary>What begins and what waits in a process or in a part of one.</summary>
/// <param name="Entries">Where tokens begin: the start event without a trigger, else every activity and gateway without an incoming flow.</param>
/// <param name="EventStarts">Start events of the event sub-processes directly inside.</param>
internal sealed record ScopeContent(ImmutableArray<Element> Entries, ImmutableArray<Element> EventStarts)
{
    public static ScopeContent Empty { get; } = new([], []);
}
