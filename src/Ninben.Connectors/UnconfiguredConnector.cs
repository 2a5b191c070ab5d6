using Ninben.Runtime.Jobs;

namespace Ninben.Connectors;

/// <summary>Stands where a connector would be that the operator has not set up: a model that uses it gets an incident that names the setting.</summary>
internal sealed class UnconfiguredConnector(string name, string howToSetUp) : IConnector
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken) =>
        throw new ConnectorException($"The connector '{name}' is not set up. {howToSetUp}") { Retryable = false };
}
