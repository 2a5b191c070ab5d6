using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>What reading a model may use besides its own text.</summary>
public sealed record DmnReadOptions
{
    /// <summary>
    /// Models that it may import, as XML, found by their namespace (DMN 1.5, 6.3.3). They may import each other; nothing else is ever loaded.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Importable { get; init; } = [];

    /// <summary>What functions of kind Java mean; they are refused unless this says otherwise.</summary>
    public ExternalFunctions ExternalFunctions { get; init; }
}
