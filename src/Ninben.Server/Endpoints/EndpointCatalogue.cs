using Microsoft.AspNetCore.Routing;
using Ninben.Server.Endpoints.Audit;
using Ninben.Server.Endpoints.Cases;
using Ninben.Server.Endpoints.Connections;
using Ninben.Server.Endpoints.Decisions;
using Ninben.Server.Endpoints.Documents;
using Ninben.Server.Endpoints.Health;
using Ninben.Server.Endpoints.Keys;
using Ninben.Server.Endpoints.Live;
using Ninben.Server.Endpoints.Messages;
using Ninben.Server.Endpoints.Operations;
using Ninben.Server.Endpoints.People;
using Ninben.Server.Endpoints.Processes;
using Ninben.Server.Endpoints.Reviews;
using Ninben.Server.Endpoints.Session;

namespace Ninben.Server.Endpoints;

/// <summary>Every endpoint, one line each.</summary>
internal static class EndpointCatalogue
{
    private static readonly Action<IEndpointRouteBuilder>[] s_all =
    [
        CheckChain.Map,
        GetChain.Map,
        ListFacts.Map,
        CancelCase.Map,
        ExportCase.Map,
        GetCase.Map,
        ListCaseFacts.Map,
        ListCases.Map,
        ListMoveTargets.Map,
        MigrateCase.Map,
        MoveToken.Map,
        OpenCase.Map,
        PlanMigration.Map,
        RecordOutcome.Map,
        ResumeCase.Map,
        RetryIncident.Map,
        SetVariables.Map,
        StartActivities.Map,
        SuspendCase.Map,
        ListConnections.Map,
        DeployDecisions.Map,
        EvaluateDecision.Map,
        GetDecisionXml.Map,
        ListDecisions.Map,
        AddDocument.Map,
        DownloadDocument.Map,
        GetDocument.Map,
        GetPage.Map,
        GetWords.Map,
        GetHealth.Map,
        ListKeys.Map,
        MakeKey.Map,
        RevokeKey.Map,
        FollowEvents.Map,
        SendMessage.Map,
        TellSignal.Map,
        CountSelection.Map,
        GetOperation.Map,
        ListOperations.Map,
        ListRefusals.Map,
        StartOperation.Map,
        StopOperation.Map,
        AddPerson.Map,
        ChangePerson.Map,
        ListPeople.Map,
        DeployProcess.Map,
        GetProcessXml.Map,
        ListProcesses.Map,
        ListVersions.Map,
        ClaimReview.Map,
        CountReviews.Map,
        GetReview.Map,
        GiveVerdict.Map,
        ListReviews.Map,
        ReleaseReview.Map,
        SaveDraft.Map,
        UndoVerdict.Map,
        EnterPersona.Map,
        GetSession.Map,
        GetSessionOptions.Map,
        SetUp.Map,
        SignInWithPassword.Map,
        SignOut.Map,
    ];

    /// <summary>Maps all of them.</summary>
    public static void MapNinben(this IEndpointRouteBuilder app)
    {
        foreach (var map in s_all) map(app);
    }
}
