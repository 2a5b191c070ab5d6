using System.Text.Json;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Drafts;
using Ninben.Server.Access;
using Ninben.Server.Histories;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>What stands around a review without being part of it: the caller's draft, and how long a verdict can be taken back.</summary>
internal sealed class ReviewSurroundings(IDrafts drafts, IDeployments deployments)
{
    public async Task<ReviewDetail.DraftRow?> Draft(ItemId review, Caller caller, CancellationToken cancellationToken)
    {
        if (await drafts.Find(review, caller.Actor.Id, cancellationToken) is not { } draft) return null;
        using var body = JsonDocument.Parse(draft.Json);
        return new ReviewDetail.DraftRow(body.RootElement.Clone(), draft.SavedAt);
    }

    /// <summary>Seconds that the effect of the verdict will wait: the hold of the action that carries this answer, 0 when none does.</summary>
    public int HoldSeconds(CaseHistory history, ReviewTrace review)
    {
        if (history.Opened is not { } opened || deployments.Process(opened.Process, opened.Version) is not { } process) return 0;
        return UndoWindow.SecondsAfter(process, history.ElementOf(review.Opened.Instance));
    }
}
