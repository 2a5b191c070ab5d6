using Ninben.Dmn.Evaluation;
using Ninben.Feel;

namespace Ninben.Dmn.BoxedExpressions;

/// <summary>Decision logic of any form (DMN 1.5, 10.2). Variables are the names in scope with their values.</summary>
internal interface IBoxedExpression
{
    FeelValue Evaluate(DecisionRun run, FeelContext variables);
}
