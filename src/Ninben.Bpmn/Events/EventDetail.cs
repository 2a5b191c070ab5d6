using System.Collections.Immutable;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events;

/// <summary>What every event has.</summary>
/// <param name="Definitions">What it waits for or causes, in document order; none for a none event.</param>
/// <param name="Need">How many of the definitions must happen before a waiting event does.</param>
public abstract record EventDetail(ImmutableArray<EventDefinition> Definitions, EventNeed Need) : ElementDetail
{
    /// <summary>The first definition of that kind, or null.</summary>
    internal T? Find<T>()
        where T : EventDefinition
    {
        foreach (var definition in Definitions)
            if (definition is T found) return found;
        return null;
    }
}

/// <summary>What happens to what an event watches, or to the scope of an event sub-process.</summary>
public enum EventEffect
{
    /// <summary>It ends.</summary>
    Interrupting,

    /// <summary>It goes on beside the new path.</summary>
    NonInterrupting,
}

/// <summary>How much of a multiple event must happen.</summary>
public enum EventNeed
{
    /// <summary>One of its definitions (multiple).</summary>
    Any,

    /// <summary>All of them (parallel multiple).</summary>
    All,
}
