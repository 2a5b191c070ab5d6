using System.Collections.Immutable;
using System.Text;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>Makes bundles.</summary>
public static class CaseExport
{
    /// <summary>The bundle of a case, or null when there is no such case.</summary>
    public static async Task<CaseBundle?> Make(CaseId id, IFactReader facts, IDeployments deployments, (DateTimeOffset At, CancellationToken Token) now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(deployments);
        var rows = new List<CaseBundle.BundledFact>();
        var models = new Dictionary<string, CaseBundle.BundledModel>();
        var documents = new Dictionary<string, CaseBundle.BundledDocument>();
        await foreach (var stored in facts.Read(id, 1, now.Token))
        {
            rows.Add(new CaseBundle.BundledFact(stored.Sequence, stored.At, stored.By, stored.Cause, stored.Type, Encoding.UTF8.GetString(stored.Body.Span),
                Convert.ToHexStringLower(stored.Hash.Span)));
            var fact = FactCatalogue.Read(stored.Type, stored.Body.Span);
            foreach (var (kind, hash) in ModelsOf(fact))
                if (!models.ContainsKey(hash) && Find(deployments, kind, hash) is { } model) models.Add(hash, model);
            if (fact is ProposalMade { Proposal.Evidence: var evidence })
                foreach (var e in evidence) documents.TryAdd(e.Hash, new CaseBundle.BundledDocument(e.Hash, e.MediaType, e.Pages, e.Name));
        }

        return rows.Count == 0 ? null : new CaseBundle(CaseBundle.CurrentFormat, id.Value, now.At, [.. rows], [.. models.Values], [.. documents.Values]);
    }

    /// <summary>Models that a fact refers to by hash.</summary>
    internal static ImmutableArray<(string Kind, string Hash)> ModelsOf(Fact? fact) => fact switch
    {
        CaseOpened f => [("process", f.Hash)],
        GateJudged { Judgement.Policy.Hash: { Length: 64 } hash } => [("decisions", hash)],
        DecisionEvaluated { Decision.Hash: { Length: 64 } hash } => [("decisions", hash)],
        _ => [],
    };

    private static CaseBundle.BundledModel? Find(IDeployments deployments, string kind, string hash)
    {
        var model = deployments.List(kind).FirstOrDefault(m => m.Hash == hash);
        if (model is null || deployments.Source(kind, model.Id, model.Version) is not { } bytes) return null;
        return new CaseBundle.BundledModel(kind, model.Id, model.Version, hash, Convert.ToBase64String(bytes.Span));
    }
}
