using System.Text.Json.Nodes;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>Everything a reviewer works with. <c>Content</c> is exactly what <c>Shown</c> is the hash of.</summary>
internal sealed record ReviewDetail(ReviewRow Row, ReviewContent Content, string Shown, ReviewDetail.DraftRow? Draft, PolicyTrace? Policy,
    ReviewDetail.VerdictRow? Verdict, bool CanAct, string? CannotActBecause, int HoldSeconds)
{
    /// <summary>The caller's own draft.</summary>
    internal sealed record DraftRow(JsonObject Body, DateTimeOffset SavedAt);

    /// <summary>The verdict that stands.</summary>
    internal sealed record VerdictRow(VerdictKind Kind, Actor By, DateTimeOffset At, IReadOnlyList<Reason> Reasons, IReadOnlyList<FieldChange> Changes,
        string? Note);
}
