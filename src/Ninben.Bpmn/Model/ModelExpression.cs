using Ninben.Feel;

namespace Ninben.Bpmn.Model;

/// <summary>Evaluates expressions of a process. The instant of the command is the only clock.</summary>
internal static class ModelExpression
{
    /// <summary>Whether a condition is true; anything else than true, null too, does not hold.</summary>
    public static bool Holds(FeelExpression condition, FeelContext variables, DateTimeOffset at) =>
        Evaluate(condition, variables, at) is { Kind: FeelKind.Boolean } value && value.AsBoolean();

    public static FeelValue Evaluate(FeelExpression expression, FeelContext variables, DateTimeOffset at)
    {
        // Without now() and today() the allocation of a budget is spared.
        if (!expression.Text.Contains("now", StringComparison.Ordinal) && !expression.Text.Contains("today", StringComparison.Ordinal))
            return expression.EvaluateValue(variables);
        return expression.Evaluate(variables, FeelBudget.Default with { Now = at }).Value;
    }
}
