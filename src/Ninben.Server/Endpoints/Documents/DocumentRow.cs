using Ninben.Runtime.Documents;

namespace Ninben.Server.Endpoints.Documents;

/// <summary>A stored document.</summary>
internal sealed record DocumentRow(string Hash, string MediaType, long Bytes, int Pages, string? Name)
{
    public static DocumentRow From(StoredDocument document) => new(document.Hash, document.MediaType, document.Bytes, document.Pages, document.Name);
}
