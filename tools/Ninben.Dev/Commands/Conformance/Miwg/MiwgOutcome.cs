using System.Collections.Immutable;

namespace Ninben.Dev.Commands.Conformance.Miwg;

/// <summary>What became of one file of the interchange suite.</summary>
/// <param name="File">Its name below the folder.</param>
/// <param name="IsRead">Whether it was read at all.</param>
/// <param name="Losses">Information items that a round trip lost or changed, as sentences.</param>
/// <param name="Understood">What it holds, in words.</param>
/// <param name="Execution">Which processes can be executed, or the first reasons why none can.</param>
internal sealed record MiwgOutcome(string File, bool IsRead, ImmutableArray<string> Losses, string Understood, string Execution)
{
    public bool Passed => IsRead && Losses.IsEmpty;
}
