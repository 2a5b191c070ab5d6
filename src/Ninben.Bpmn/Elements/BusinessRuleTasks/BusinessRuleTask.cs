using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BusinessRuleTasks;

/// <summary>Evaluates a DMN decision over the variables.</summary>
/// <param name="Decision">Id of the decision.</param>
public sealed record BusinessRuleTask(string Decision) : ElementDetail;
