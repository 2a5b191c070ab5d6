using Ninben.Feel;

namespace Ninben.Bpmn.Model;

/// <summary>A value in a model: FEEL when its text starts with <c>=</c>, otherwise the text itself.</summary>
/// <param name="Expression">The compiled expression, or null for literal text.</param>
/// <param name="Literal">The literal; null for an expression.</param>
public sealed record ModelValue(FeelExpression? Expression, FeelValue Literal)
{
    /// <summary>The value over these variables, as plain JSON values; <paramref name="at"/> is what now() answers.</summary>
    internal FeelValue Evaluate(FeelContext variables, DateTimeOffset at) =>
        Expression is null ? Literal : FeelJson.Plain(ModelExpression.Evaluate(Expression, variables, at));
}
