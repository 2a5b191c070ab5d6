using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>What people did to a running case from outside of its process. Most cases have none.</summary>
/// <param name="SuspendedAt">Since when it is suspended, or null.</param>
/// <param name="SuspendedBecause">Why, or null.</param>
/// <param name="Postponed">What arrived while it is suspended, oldest first.</param>
/// <param name="Edits">What edits of variables replaced, oldest first.</param>
/// <param name="EarlierVersions">Versions of the process that it ran by before, newest first.</param>
/// <param name="MigratedAs">Number of the newest fact that migrated it, 0 for none.</param>
internal sealed record Operated(DateTimeOffset? SuspendedAt, string? SuspendedBecause, ImmutableArray<AnswerPostponed> Postponed,
    ImmutableArray<VariableWrite> Edits, ImmutableArray<int> EarlierVersions, long MigratedAs)
{
    public static Operated Nothing { get; } = new(null, null, [], [], [], 0);
}
