using System.Collections.Immutable;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Loops;

/// <summary>How an activity repeats.</summary>
public abstract record LoopDetail
{
    private protected LoopDetail()
    {
    }
}

/// <summary>BPMN 2.0, 13.3.6: again as long as a condition holds.</summary>
/// <param name="Condition">Goes on while it holds; null loops to the maximum.</param>
/// <param name="Test">Whether the condition is asked before the first time too.</param>
/// <param name="Maximum">Most rounds; null for as many as the case can bear.</param>
public sealed record StandardLoop(FeelExpression? Condition, LoopTest Test, ModelValue? Maximum) : LoopDetail;

/// <summary>When a standard loop asks its condition.</summary>
public enum LoopTest
{
    /// <summary>After each round: at least one round runs.</summary>
    After,

    /// <summary>Before each round.</summary>
    Before,
}

/// <summary>BPMN 2.0, 13.3.7: once for each item, or a number of times.</summary>
/// <param name="Order">All at once, or one after the other.</param>
/// <param name="Cardinality">How many; null with a collection.</param>
/// <param name="Collection">The items; null with a cardinality.</param>
/// <param name="Item">Variable of each instance that holds its item, or null.</param>
/// <param name="OutputCollection">Variable that receives the list of outputs, or null.</param>
/// <param name="Output">Evaluated in each instance when it completes; null takes its result.</param>
/// <param name="Completion">When it holds after an instance completed, the others end.</param>
/// <param name="Behaviour">Which completions throw events by themselves.</param>
public sealed record MultiInstance(LoopOrder Order, FeelExpression? Cardinality, ModelValue? Collection, string? Item, string? OutputCollection,
    ModelValue? Output, FeelExpression? Completion, LoopEvents Behaviour) : LoopDetail;

/// <summary>In which order instances run.</summary>
public enum LoopOrder
{
    /// <summary>All at once.</summary>
    Parallel,

    /// <summary>One after the other.</summary>
    Sequential,
}

/// <summary>Events that a multi-instance activity throws by itself (BPMN 2.0, table 10.29).</summary>
/// <param name="Each">Thrown at every completion (behaviour None).</param>
/// <param name="First">Thrown at the first completion (behaviour One).</param>
/// <param name="Complex">Thrown at every completion at which the condition holds (behaviour Complex).</param>
public sealed record LoopEvents(EventDefinition? Each, EventDefinition? First, ImmutableArray<(FeelExpression Condition, EventDefinition Event)> Complex)
{
    /// <summary>Behaviour All: none.</summary>
    internal static LoopEvents None { get; } = new(null, null, []);
}
