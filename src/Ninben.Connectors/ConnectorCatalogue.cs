using Ninben.Connectors.Extraction;
using Ninben.Connectors.Http;
using Ninben.Connectors.Llm;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors;

/// <summary>Every connector that models can name, one line each.</summary>
public static class ConnectorCatalogue
{
    /// <summary>The connectors of one process. Throws <see cref="InvalidOperationException"/> naming a setting that is wrong.</summary>
    public static IReadOnlyList<IConnector> Create(ConnectorSurroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(surroundings);
        return
        [
            new HttpConnector(HttpConnection.ReadAll(surroundings.Configuration), new DnsHostNames(), surroundings.Time),
            new ExtractionConnector(surroundings.Documents, surroundings.Pages),
            LlmConnector.Create(surroundings),
        ];
    }
}
