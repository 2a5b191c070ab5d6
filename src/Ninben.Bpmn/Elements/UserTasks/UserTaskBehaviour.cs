using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>Opens a review of its subject and waits for the decision.</summary>
internal sealed class UserTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var task = (UserTask)visit.Element.Detail;
        var subject = task.Fields.IsEmpty ? task.Subject?.Evaluate(visit.Variables, visit.At) ?? default : FeelValue.From(Filled(visit, task.Fields));
        var state = visit.Scribe.State;
        HoldPoint.Propose(visit, ProposalRules.Bare(subject, new ProposalSource("process", state.Process, $"{state.ProcessVersion}")));
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Settled settled) throw new UnreachableException(signal.ToString());
        // What was filled in becomes variables, as the form's own engine does it; a no leaves them as they were.
        if (((UserTask)visit.Element.Detail).Fields is { IsEmpty: false } fields
            && settled.Settlement.Outcome is DecisionOutcome.Approved or DecisionOutcome.Amended)
            Variables.SetEntries(visit, Given(fields, settled.Settlement.Answer));
        Lifecycle.Leave(visit);
    }

    private static FeelContext Filled(in Visit visit, ImmutableArray<string> fields)
    {
        var variables = FeelValue.From(visit.Variables);
        var values = FeelContext.CreateBuilder();
        foreach (var field in fields) values.Set(field, variables[field]);
        return values.Build();
    }

    private static FeelContext Given(ImmutableArray<string> fields, FeelValue answer)
    {
        var values = FeelContext.CreateBuilder();
        foreach (var field in fields) values.Set(field, answer[field]);
        return values.Build();
    }
}
