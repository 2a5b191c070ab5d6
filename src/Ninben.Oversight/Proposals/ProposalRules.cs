using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Oversight.Proposals;

/// <summary>Brings proposals of connectors into the form in which facts keep them.</summary>
public static class ProposalRules
{
    /// <summary>The same proposal with plain JSON values and with empty lists where a connector sent none.</summary>
    public static Proposal Plain(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var fields = ImmutableArray.CreateBuilder<ProposedField>(proposal.Fields.IsDefault ? 0 : proposal.Fields.Length);
        if (!proposal.Fields.IsDefault)
            foreach (var field in proposal.Fields) fields.Add(Plain(field));
        return proposal with
        {
            Answer = FeelJson.Plain(proposal.Answer),
            Fields = fields.MoveToImmutable(),
            Reasons = OrEmpty(proposal.Reasons),
            Evidence = OrEmpty(proposal.Evidence),
        };
    }

    /// <summary>A proposal that is only an answer: no confidence, no fields, no evidence.</summary>
    public static Proposal Bare(FeelValue answer, ProposalSource source) => new(FeelJson.Plain(answer), [], null, [], [], source);

    private static ProposedField Plain(ProposedField field)
    {
        var candidates = OrEmpty(field.Candidates);
        if (!candidates.IsEmpty) candidates = [.. candidates.Select(candidate => candidate with { Value = FeelJson.Plain(candidate.Value) })];
        return field with { Value = FeelJson.Plain(field.Value), Reasons = OrEmpty(field.Reasons), Regions = OrEmpty(field.Regions), Candidates = candidates };
    }

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
