using System.Text.RegularExpressions;
using Ninben.Connectors.Extraction.Proposing;
using Ninben.Connectors.Ocr;
using Ninben.Feel;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Extraction;

/// <summary>
/// Reads an invoice or receipt and proposes its fields. Inputs: <c>document</c>, the content hash (or a context or list that holds it), and
/// <c>documentType</c>, one of <c>invoice</c>, <c>receipt</c>, <c>auto</c> (default).
/// </summary>
public sealed partial class ExtractionConnector(IDocuments documents, IPageReader reader) : IConnector
{
    public string Name => "extraction";

    public async Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        var hash = call.Input.TryGetValue("document", out var input) ? HashOf(input) : null;
        if (hash is null) throw new ConnectorException("The input 'document' must be the content hash of a document (64 hex digits).") { Retryable = false };
        var kind = KindOf(call.Input.TryGetValue("documentType", out var type) ? type : FeelValue.Null);
        var document = await documents.Find(hash, cancellationToken) ?? throw new ConnectorException($"There is no document {hash}.") { Retryable = false };
        var text = await reader.Read(hash, cancellationToken);
        var result = DocumentExtraction.Read(text, kind);
        return new ConnectorAnswer.Proposed(ProposalBuilder.Build(result, document, text.Engine));
    }

    private static string? HashOf(FeelValue input) => input.Kind switch
    {
        FeelKind.String when Sha256().IsMatch(input.AsString()) => input.AsString(),
        FeelKind.Context => HashOf(input["hash"]),
        FeelKind.List when input.AsList().Count > 0 => HashOf(input.AsList()[0]),
        _ => null,
    };

    private static DocumentKind KindOf(FeelValue type)
    {
        if (type.IsNull) return DocumentKind.Auto;
        return type.Kind == FeelKind.String && Enum.TryParse<DocumentKind>(type.AsString(), ignoreCase: true, out var kind)
            ? kind
            : throw new ConnectorException($"The input 'documentType' must be invoice, receipt or auto; it is {type}.") { Retryable = false };
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 100)]
    private static partial Regex Sha256();
}
