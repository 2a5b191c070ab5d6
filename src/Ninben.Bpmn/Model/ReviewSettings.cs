using Ninben.Oversight.Gates;

namespace Ninben.Bpmn.Model;

/// <summary>What <c>ninben:review</c> says.</summary>
/// <param name="Group">Candidate group; null means every reviewer.</param>
/// <param name="Title">One line that names the case.</param>
/// <param name="Priority">0..100.</param>
/// <param name="DueIn">A duration from opening.</param>
/// <param name="Tier">Care that a verdict must show, unless a gate says otherwise.</param>
public sealed record ReviewSettings(ModelValue? Group, ModelValue? Title, int Priority, ModelValue? DueIn, FrictionTier Tier);
