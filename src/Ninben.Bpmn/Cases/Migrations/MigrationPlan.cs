using System.Collections.Immutable;

namespace Ninben.Bpmn.Cases.Migrations;

/// <summary>What migrating a case to another version of its process would do, and what speaks against it. Making a plan changes nothing.</summary>
/// <param name="From">The version that the case runs by.</param>
/// <param name="To">The version that it would run by.</param>
/// <param name="Steps">What becomes of everything that is active or waits, oldest first.</param>
/// <param name="Problems">Every reason against it; empty when it can be done.</param>
public sealed record MigrationPlan(int From, int To, ImmutableArray<MigrationStep> Steps, ImmutableArray<MigrationProblem> Problems)
{
    /// <summary>Whether it can be done.</summary>
    public bool IsPossible => Problems.IsEmpty;
}
