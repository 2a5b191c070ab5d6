using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;

namespace Ninben.Testing.Runs;

/// <summary>How an element that waits is answered.</summary>
public abstract record RunAnswer
{
    private RunAnswer()
    {
    }

    /// <summary>Outside work answers with a value; an action with the receiver's response.</summary>
    public sealed record Value(FeelValue Output) : RunAnswer;

    /// <summary>Outside work answers with a proposal.</summary>
    public sealed record Propose(FeelValue Answer, Confidence? Confidence, ImmutableArray<Reason> Reasons) : RunAnswer;

    /// <summary>Outside work reports a BPMN error.</summary>
    public sealed record Error(string Code, string? Message) : RunAnswer;

    /// <summary>One attempt of outside work, or of an action, fails.</summary>
    public sealed record Failure(string Message) : RunAnswer;

    /// <summary>A person gives a verdict; <c>Changes</c> are the new values of an amendment.</summary>
    public sealed record Verdict(VerdictKind Kind, string? Reason, string? Note, string? By, FeelContext Changes) : RunAnswer;

    /// <summary>A person starts activities of an ad-hoc sub-process.</summary>
    public sealed record Choose(ImmutableArray<AdHocChoice> Elements) : RunAnswer;

    /// <summary>A person tries again where an incident stopped the element.</summary>
    public sealed record Retry : RunAnswer;
}
