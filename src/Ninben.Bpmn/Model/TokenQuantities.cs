namespace Ninben.Bpmn.Model;

/// <summary>Tokens that an activity takes and gives.</summary>
/// <param name="Start">How many must have arrived before it starts, 1 or more.</param>
/// <param name="Completion">How many leave over each outgoing flow, 1 or more.</param>
public sealed record TokenQuantities(int Start, int Completion)
{
    internal static TokenQuantities One { get; } = new(1, 1);
}
