using Ninben.Oversight.Facts;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Gates;

/// <summary><c>proposal.made.v1</c>: an element instance got a proposal.</summary>
public sealed record ProposalMade(int Instance, Proposal Proposal) : Fact;

/// <summary><c>gate.judged.v1</c>: the gate of an element instance judged its proposal.</summary>
public sealed record GateJudged(int Instance, GateJudgement Judgement) : Fact;
