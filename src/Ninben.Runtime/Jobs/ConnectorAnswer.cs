using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Runtime.Jobs;

/// <summary>What a connector answers.</summary>
public abstract record ConnectorAnswer
{
    private ConnectorAnswer()
    {
    }

    /// <summary>A plain value: no judgement involved.</summary>
    public sealed record Value(FeelValue Output) : ConnectorAnswer;

    /// <summary>An answer with confidence and evidence; the element's gate judges it. Confidence is stated; Runtime adds the calibrated one.</summary>
    public sealed record Proposed(Proposal Proposal) : ConnectorAnswer;

    /// <summary>A BPMN error that the process may catch.</summary>
    public sealed record Error(string Code, string? Message) : ConnectorAnswer;
}
