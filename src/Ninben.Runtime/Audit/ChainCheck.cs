using System.Collections.Immutable;
using System.Globalization;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>Recomputes the hash chains of facts as they come by, over any number of cases, in the order of each case.</summary>
public sealed class ChainCheck
{
    /// <summary>More broken places than this are counted as one.</summary>
    public const int MostProblems = 100;

    private readonly Dictionary<CaseId, Link> _links = [];
    private readonly List<ChainProblem> _problems = [];
    private long _facts;

    /// <summary>What was found so far.</summary>
    public ChainReport Report => new(_links.Count, _facts, [.. _problems]);

    /// <summary>Facts of every case, with the number of the last one seen.</summary>
    public IEnumerable<(CaseId Case, long LastSequence)> Cases => _links.Select(l => (l.Key, l.Value.Sequence));

    /// <summary>Looks at the next fact of a case.</summary>
    public void Add(StoredFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        _facts++;
        var (sequence, previous) = _links.GetValueOrDefault(fact.Case, Link.None);
        if (fact.Sequence != sequence + 1)
            Found(fact.Case, fact.Sequence, string.Create(CultureInfo.InvariantCulture, $"Expected fact {sequence + 1} next, found fact {fact.Sequence}: a fact is missing or moved."));

        Span<byte> hash = stackalloc byte[FactHash.Length];
        FactHash.Compute(previous, new FactHeader(fact.Case, fact.Sequence, new Stamp(fact.At, fact.By, fact.Cause), fact.Type), fact.Body.Span, hash);
        if (!hash.SequenceEqual(fact.Hash.Span))
            Found(fact.Case, fact.Sequence, $"The hash of this {fact.Type} does not follow from the fact before it and its own content: something was changed.");

        // Going on from the stored hash reports each changed place once, not everything after it.
        _links[fact.Case] = new Link(fact.Sequence, fact.Hash.ToArray());
    }

    /// <summary>Compares with how many facts the case says that it has: a cut-off end breaks no link.</summary>
    public void ExpectEnd(CaseId id, long lastSequence)
    {
        var seen = _links.GetValueOrDefault(id, Link.None).Sequence;
        if (seen != lastSequence)
            Found(id, seen, string.Create(CultureInfo.InvariantCulture, $"The case has {lastSequence} facts by its own count, {seen} were found: its end is missing."));
    }

    private void Found(CaseId id, long sequence, string message)
    {
        if (_problems.Count < MostProblems) _problems.Add(new ChainProblem(id.Value, sequence, message));
    }

    private readonly record struct Link(long Sequence, byte[] Hash)
    {
        public static Link None { get; } = new(0, []);
    }
}
