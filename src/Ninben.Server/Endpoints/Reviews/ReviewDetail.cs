using System.Text.Json.Nodes;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>Everything a reviewer works with. <c>Content</c> is exactly what <c>Shown</c> is the hash of.</summary>
internal sealed record ReviewDetail(ReviewRow Row, ReviewContent Content, string Shown, ReviewDetail.DraftRow? Draft, ReviewDetail.PolicyRow? Policy,
    ReviewDetail.VerdictRow? Verdict, bool CanAct, string? CannotActBecause, int HoldSeconds)
{
    /// <summary>The caller's own draft.</summary>
    internal sealed record DraftRow(JsonObject Body, DateTimeOffset SavedAt);

    /// <summary>The policy that asked for this review, the rules that matched and the values that it looked at.</summary>
    internal sealed record PolicyRow(string Decision, int Version, IReadOnlyList<MatchedRow> Matched, FeelContext Inputs);

    /// <summary>A rule that matched.</summary>
    internal sealed record MatchedRow(int Number, string? Annotation);

    /// <summary>The verdict that stands.</summary>
    internal sealed record VerdictRow(VerdictKind Kind, Actor By, DateTimeOffset At, IReadOnlyList<Reason> Reasons, IReadOnlyList<FieldChange> Changes,
        string? Note);
}
