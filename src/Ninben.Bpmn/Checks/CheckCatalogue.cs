namespace Ninben.Bpmn.Checks;

/// <summary>Every check of a model beyond reading it, one line each. Expressions and decision ids are checked where they are read.</summary>
internal static class CheckCatalogue
{
    public static readonly Check[] All =
    [
        DuplicateIds.Check,
        DanglingReferences.Check,
        Texts.Check,
        Expressions.Check,
        SequenceFlows.Check,
        StartEventsOfScopes.Check,
        EventConnections.Check,
        EventKinds.Check,
        BoundaryHosts.Check,
        LinkEvents.Check,
        Timers.Check,
        GatewayDirections.Check,
        GatewayDefaults.Check,
        EventGateways.Check,
        Activities.Check,
        EventSubProcesses.Check,
        AdHocSubProcesses.Check,
        Choreographies.Check,
        Compensations.Check,
        Collections.Check,
        InputOutputSets.Check,
        DataAssociations.Check,
        Messages.Check,
        MessageFlows.Check,
        Resources.Check,
        UnreachableElements.Check,
        Joins.Check,
        Approvals.Check,
    ];
}
