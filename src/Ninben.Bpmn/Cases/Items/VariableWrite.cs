using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Items;

/// <summary>What variables were before an element instance wrote them, so that an undo can bring it back.</summary>
/// <param name="Sequence">Number of the fact that wrote.</param>
/// <param name="Scope">The scope written to.</param>
/// <param name="Before">Earlier values of those written names that existed.</param>
/// <param name="Added">The written names that did not exist; null for none.</param>
public sealed record VariableWrite(long Sequence, int Scope, FeelContext Before, IReadOnlyList<string>? Added);
