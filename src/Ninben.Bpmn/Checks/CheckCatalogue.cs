namespace Ninben.Bpmn.Checks;

/// <summary>Every check of a model beyond reading it, one line each. Expressions and decision ids are checked where they are read.</summary>
internal static class CheckCatalogue
{
    public static readonly Action<CheckSubject>[] Checks =
    [
        DuplicateIds.Run,
        DanglingReferences.Run,
        StartEventsOfScopes.Run,
        EventConnections.Run,
        BoundaryHosts.Run,
        GatewayDefaults.Run,
        UnreachableElements.Run,
        Approvals.Run,
    ];
}
