using System.Globalization;
using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>
/// Checks every case: the chain of hashes, that the facts replay to exactly the stored snapshot, and that view and work rows are what the
/// facts fold to. It finds any change of stored facts; it cannot know of a fact that was never recorded, nor of a rewritten chain whose
/// every later hash was computed anew: against that, keep exported bundles or heads elsewhere.
/// </summary>
public sealed class ChainVerifier(IStreamAudit audit)
{
    /// <summary>Problems listed at most; counting goes on.</summary>
    public const int MostProblems = 1000;

    private const int ProgressEvery = 1000;

    /// <summary>Checks everything; <paramref name="progress"/> hears of every 1,000 cases.</summary>
    public async Task<AuditReport> Verify(Action<long>? progress, CancellationToken cancellationToken)
    {
        long cases = 0, facts = 0;
        var problems = new List<AuditProblem>();
        await foreach (var stream in audit.ReadAll(cancellationToken))
        {
            cases++;
            facts += stream.Facts.Count;
            foreach (var problem in Check(stream))
                if (problems.Count < MostProblems) problems.Add(problem);
            if (cases % ProgressEvery == 0) progress?.Invoke(cases);
        }

        return new AuditReport(cases, facts, problems);
    }

    /// <summary>The problems of one case: the chain first; what builds on it is only looked at when it holds.</summary>
    public IReadOnlyList<AuditProblem> Check(AuditedStream stream)
    {
        var chain = CheckChain(stream.Facts);
        if (chain.Count > 0) return chain;
        if (stream.Version != stream.Facts.Count)
        {
            return [new AuditProblem(stream.Case, stream.Facts.Count + 1,
                string.Create(CultureInfo.InvariantCulture, $"The case has version {stream.Version}, found {stream.Facts.Count} facts."))];
        }

        var problems = new List<AuditProblem>();
        CheckSnapshot(stream, problems);
        foreach (var difference in audit.CompareRows(stream)) problems.Add(new AuditProblem(stream.Case, 0, difference));
        return problems;
    }

    /// <summary>The first broken link of a stream's chain, if any.</summary>
    public static IReadOnlyList<AuditProblem> CheckChain(IReadOnlyList<StoredFact> facts)
    {
        Span<byte> hash = stackalloc byte[FactHash.Length];
        ReadOnlySpan<byte> previous = [];
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            if (fact.Sequence != i + 1)
                return [new AuditProblem(fact.Case, i + 1, $"Expected fact {i + 1}, found {fact.Sequence}: a fact is missing or was moved.")];
            FactHash.Compute(previous, new FactHeader(fact.Case, fact.Sequence, new Stamp(fact.At, fact.By, fact.Cause), fact.Type), fact.Body.Span, hash);
            if (!hash.SequenceEqual(fact.Hash.Span))
                return [new AuditProblem(fact.Case, fact.Sequence, $"Fact {fact.Sequence} ({fact.Type}) is not what was recorded: its hash does not match.")];
            previous = fact.Hash.Span;
        }

        return [];
    }

    private static void CheckSnapshot(AuditedStream stream, List<AuditProblem> problems)
    {
        var state = CaseState.New(stream.Case);
        foreach (var stored in stream.Facts)
        {
            Fact? fact;
            try
            {
                fact = FactCatalogue.Read(stored.Type, stored.Body.Span);
            }
            catch (JsonException fault)
            {
                problems.Add(new AuditProblem(stream.Case, stored.Sequence, $"Fact {stored.Sequence} ({stored.Type}) cannot be read: {fault.Message}"));
                return;
            }

            // A fact of a later version: the case is parked, its chain can be checked but not replayed.
            if (fact is null) return;
            state.Apply(fact, new Stamp(stored.At, stored.By, stored.Cause));
            if (stream.Snapshot is { } snapshot && snapshot.Version == stored.Sequence && !state.ToSnapshot().AsSpan().SequenceEqual(snapshot.Bytes.Span))
                problems.Add(new AuditProblem(stream.Case, stored.Sequence, $"The snapshot at fact {stored.Sequence} is not what the facts replay to."));
        }
    }
}
