using System.Collections.Immutable;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Model;

/// <summary>How an element holds: its gate, what a review of it is like, the reasons offered, and where the settled answer goes.</summary>
/// <param name="Gate">Id of the DMN decision that judges; null without a gate.</param>
/// <param name="Review">Defaults for reviews; null when the model gives none.</param>
/// <param name="Reasons">Reasons offered to reviewers, in digit order; never empty.</param>
/// <param name="Result">Variable that receives the settled answer or the plain output.</param>
public sealed record HoldSettings(string? Gate, ReviewSettings? Review, ImmutableArray<OfferedReason> Reasons, string Result)
{
    internal static HoldSettings None { get; } = new(null, null, OfferedReasons.Default, "");
}
