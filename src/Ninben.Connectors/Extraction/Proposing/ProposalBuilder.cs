using System.Collections.Immutable;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Runtime.Documents;

namespace Ninben.Connectors.Extraction.Proposing;

/// <summary>Turns what was read into a proposal whose regions name the document by its content hash.</summary>
internal static class ProposalBuilder
{
    public static Proposal Build(ExtractionResult result, StoredDocument document, string engine)
    {
        var answer = FeelContext.CreateBuilder();
        foreach (var field in result.Fields) answer.Set(field.Name, ValueOf(field.Value));
        Confidence? whole = result.Reasons.Count > 0 ? new Confidence(0) : null;
        return new Proposal(
            FeelValue.From(answer.Build()),
            [.. result.Fields.Select(field => FieldOf(field, document.Hash))],
            whole,
            [.. result.Reasons],
            [new EvidenceDocument(document.Hash, document.MediaType, Math.Max(1, document.Pages), document.Name)],
            new ProposalSource("extraction", engine + "+rules", DocumentExtraction.Version));
    }

    private static ProposedField FieldOf(ExtractedField field, string hash)
    {
        ImmutableArray<EvidenceRegion> regions = RegionOf(field.Value?.Spot, hash) is { } region ? [region] : [];
        return new ProposedField(field.Name, field.Label, ValueOf(field.Value), new Confidence(Fraction(field.Confidence)), [.. field.Reasons], regions,
            [.. field.Others.Select(other => new Candidate(ValueOf(other), Fraction(other.Score), RegionOf(other.Spot, hash)))]);
    }

    private static FeelValue ValueOf(ExtractedValue? value)
    {
        if (value is null) return FeelValue.Null;
        return value.Number is { } number ? FeelValue.From(number) : FeelValue.From(value.Text);
    }

    private static EvidenceRegion? RegionOf(Spot? spot, string hash) =>
        spot is null ? null : new EvidenceRegion(hash, spot.Page, Fraction(spot.X), Fraction(spot.Y), Fraction(spot.Width), Fraction(spot.Height), spot.Text);

    private static decimal Fraction(double value) => Math.Round((decimal)Math.Clamp(value, 0, 1), 4);
}
