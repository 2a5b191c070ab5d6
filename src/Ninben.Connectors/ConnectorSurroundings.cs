using Microsoft.Extensions.Configuration;
using Ninben.Connectors.Ocr;
using Ninben.Runtime.Documents;

namespace Ninben.Connectors;

/// <summary>What connectors are made of.</summary>
/// <param name="Configuration">The whole configuration; each connector reads its own section.</param>
/// <param name="Documents">The document store.</param>
/// <param name="Pages">Reads the words of documents; shared with whoever else shows them.</param>
/// <param name="Time">The clock.</param>
public sealed record ConnectorSurroundings(IConfiguration Configuration, IDocuments Documents, IPageReader Pages, TimeProvider Time);
