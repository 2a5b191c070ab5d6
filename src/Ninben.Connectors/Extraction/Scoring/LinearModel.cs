namespace Ninben.Connectors.Extraction.Scoring;

/// <summary>Two small linear models of one field: which candidate is best, and how often such a best candidate was right.</summary>
/// <param name="Choice">Weights of a candidate's features.</param>
/// <param name="Trust">Weights of the trust features, the constant first.</param>
internal sealed record LinearModel(double[] Choice, double[] Trust)
{
    /// <summary>Candidates with their share of belief (softmax of the scores), best first.</summary>
    public IReadOnlyList<(Scored<T> Candidate, double Share)> Rank<T>(IReadOnlyList<Scored<T>> candidates)
    {
        if (candidates.Count == 0) return [];
        var scores = candidates.Select(candidate => Dot(Choice, candidate.Features)).ToArray();
        var highest = scores.Max();
        var powers = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var sum = powers.Sum();
        return [.. candidates.Select((candidate, i) => (candidate, powers[i] / sum)).OrderByDescending(pair => pair.Item2)];
    }

    /// <summary>0..1.</summary>
    public double TrustOf(double[] features) => 1 / (1 + Math.Exp(-Dot(Trust, features)));

    /// <summary>What the trust in the best candidate rests on: constant, margin to the next, agreement of readings, legibility, field-specific
    /// evidence.</summary>
    public static double[] TrustFeatures<T>(IReadOnlyList<(Scored<T> Candidate, double Share)> ranked, double evidence)
    {
        var (best, share) = ranked[0];
        var odds = Math.Log(Math.Max(share, 1e-4) / Math.Max(1 - share, 1e-4));
        return [1, Math.Clamp(odds, -2, 6), best.Agreement, best.Spot.Confidence, best.Repaired ? 1 : 0, evidence];
    }

    private static double Dot(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * features[i];
        return sum;
    }
}
