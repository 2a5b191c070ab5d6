using Ninben.Feel;

namespace Ninben.Bpmn.Events.Conditions;

/// <summary>Happens when its condition becomes true.</summary>
public sealed record ConditionDefinition(FeelExpression Condition) : EventDefinition;
