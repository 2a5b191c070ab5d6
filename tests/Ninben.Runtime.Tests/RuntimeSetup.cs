using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Tests;

/// <summary>What a test wants to be different from the defaults.</summary>
internal sealed record RuntimeSetup
{
    public IReadOnlyList<IConnector> Connectors { get; init; } = [];

    public TimeProvider? Time { get; init; }

    public RuntimeOptions? Options { get; init; }

    public string? Folder { get; init; }
}
