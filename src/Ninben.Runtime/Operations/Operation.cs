using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Operations;

/// <summary>What is done to each case. The numbers are stored.</summary>
public enum OperationKind
{
    /// <summary>Nothing new begins.</summary>
    Suspend = 0,

    /// <summary>Suspended cases go on.</summary>
    Resume = 1,

    /// <summary>Cases end.</summary>
    Cancel = 2,

    /// <summary>Every incident that was open when it was ordered is tried again.</summary>
    Retry = 3,

    /// <summary>Cases run by another version of their process.</summary>
    Migrate = 4,
}

/// <summary>How far an operation is. The numbers are stored.</summary>
public enum OperationState
{
    /// <summary>Cases are still to be done.</summary>
    Running = 0,

    /// <summary>Every case was done or refused.</summary>
    Finished = 1,

    /// <summary>A person stopped it; what was done stays done.</summary>
    Stopped = 2,
}

/// <summary>What an operation does.</summary>
/// <param name="Kind">Which command each case gets.</param>
/// <param name="Reason">Why; stands in every case's history.</param>
/// <param name="Incident">Retry only incidents of this code; null for all.</param>
/// <param name="Version">The version to migrate to, or null.</param>
/// <param name="Mapping">Elements that have another id there, or null.</param>
public sealed record OperationOrder(OperationKind Kind, string Reason, string? Incident = null, int? Version = null,
    IReadOnlyList<ElementMapping>? Mapping = null);

/// <summary>The same change to many cases, one after the other, in the name of who ordered it.</summary>
public sealed record Operation(string Id, OperationOrder Order, Actor By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, OperationState State, int Total,
    int Done, int Refused)
{
    /// <summary>SHA-256 (hex) of the request that ordered it, to tell a repeated request from another one with the same key; null without a key.</summary>
    public string? RequestHash { get; init; }
}

/// <summary>How one case of an operation stands: <c>Code</c> and <c>Message</c> say why it was refused.</summary>
/// <param name="Number">Place in the operation, from 1.</param>
/// <param name="Case">The case.</param>
/// <param name="IsDone">Whether its turn has come.</param>
/// <param name="Code">The refusal's code, null when the change was made or is still to be made.</param>
/// <param name="Message">The refusal's sentence, or null.</param>
public sealed record OperationCase(int Number, string Case, bool IsDone, string? Code, string? Message);
