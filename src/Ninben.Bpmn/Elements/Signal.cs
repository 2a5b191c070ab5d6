using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements;

/// <summary>What can wake a waiting element.</summary>
internal abstract record Signal
{
    private Signal()
    {
    }

    /// <summary>Outside work answered with a value.</summary>
    internal sealed record Answered(FeelValue Output) : Signal;

    /// <summary>Outside work answered with a proposal.</summary>
    internal sealed record Proposed(Proposal Proposal) : Signal;

    /// <summary>The element's own proposal was settled by its gate or by a verdict.</summary>
    internal sealed record Settled(Settlement Settlement) : Signal;

    /// <summary>The action was performed.</summary>
    internal sealed record Performed(FeelValue Response) : Signal;

    /// <summary>What an event waited for happened.</summary>
    internal sealed record Happened(FeelValue Payload) : Signal;

    /// <summary>An event starts an event sub-process.</summary>
    internal sealed record Started(Element By, FeelValue Payload) : Signal;

    /// <summary>A person chose activities of an ad-hoc sub-process.</summary>
    internal sealed record Picked : Signal
    {
        public static Picked Instance { get; } = new();
    }

    /// <summary>Every path inside the sub-process reached its end.</summary>
    internal sealed record ScopeEnded : Signal
    {
        public static ScopeEnded Instance { get; } = new();
    }
}
