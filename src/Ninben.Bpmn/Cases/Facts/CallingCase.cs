namespace Ninben.Bpmn.Cases.Facts;

/// <summary>The call activity that opened a case.</summary>
/// <param name="Case">The case in which it stands.</param>
/// <param name="Job">Its number there; what the opened case ends with answers it.</param>
/// <param name="Depth">How many calls deep the opened case is, 1 for a call by a case that was not called itself.</param>
public sealed record CallingCase(string Case, int Job, int Depth);
