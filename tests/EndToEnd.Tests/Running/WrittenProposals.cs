using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Runtime.Jobs;

namespace EndToEnd.Tests.Running;

/// <summary>Proposes exactly what the case says it wants proposed, so that a test knows how many fields are flagged.</summary>
internal sealed class WrittenProposals : IConnector
{
    public string Name => "written";

    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        var wanted = call.Input["wanted"].AsContext();
        var doubtful = call.Input["doubtful"].AsList().Select(name => name.AsString()).ToHashSet(StringComparer.Ordinal);
        var evidence = call.Input["document"] is { Kind: FeelKind.String } hash
            ? [new EvidenceDocument(hash.AsString(), "image/jpeg", 1, "invoice.jpg")] : ImmutableArray<EvidenceDocument>.Empty;
        var fields = wanted.Select(field => new ProposedField(field.Key, field.Key, field.Value, new Confidence(doubtful.Contains(field.Key) ? 0.6m : 0.99m),
            doubtful.Contains(field.Key) ? [new Reason("doubtful", "Two readings are possible.")] : [],
            evidence.IsEmpty ? [] : [new EvidenceRegion(evidence[0].Hash, 1, 0.6m, 0.2m, 0.2m, 0.03m)], []));
        return Task.FromResult<ConnectorAnswer>(new ConnectorAnswer.Proposed(
            new Proposal(FeelValue.From(wanted), [.. fields], null, [], evidence, new ProposalSource(Name, "none", "1"))));
    }
}
