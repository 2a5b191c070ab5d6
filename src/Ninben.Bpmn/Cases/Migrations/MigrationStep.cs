namespace Ninben.Bpmn.Cases.Migrations;

/// <summary>What becomes of one thing.</summary>
public enum MigrationChange
{
    /// <summary>An active step goes on as the same element.</summary>
    Kept,

    /// <summary>An active step goes on as another element.</summary>
    Mapped,

    /// <summary>An event goes on waiting, with its instant or key as it was.</summary>
    Waits,

    /// <summary>An event that only the new version has begins to wait.</summary>
    Armed,

    /// <summary>An event that the new version does not have waits no longer.</summary>
    Closed,
}

/// <summary>One line of a plan.</summary>
/// <param name="Number">The element instance, timer or subscription; for an event that begins to wait, the instance that it watches (0 for the case).</param>
/// <param name="From">Element of the old version, null for one that only the new version has.</param>
/// <param name="To">Element of the new version, null for one that it does not have.</param>
/// <param name="Change">What happens.</param>
public sealed record MigrationStep(int Number, string? From, string? To, MigrationChange Change);
