using Ninben.Oversight.Proposals;

namespace Ninben.Connectors.Extraction;

/// <summary>What was read from a document.</summary>
/// <param name="Kind">Invoice or receipt.</param>
/// <param name="Fields">In display order.</param>
/// <param name="Reasons">Doubts about the whole document, e.g. <c>unreadable</c>.</param>
public sealed record ExtractionResult(DocumentKind Kind, IReadOnlyList<ExtractedField> Fields, IReadOnlyList<Reason> Reasons)
{
    public ExtractedField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
