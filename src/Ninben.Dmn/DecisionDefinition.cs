using System.Collections.Immutable;
using Ninben.Dmn.Analysis;
using Ninben.Dmn.Evaluation;
using Ninben.Dmn.Explaining;
using Ninben.Dmn.Model;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>A decision of a model, with everything it requires.</summary>
public sealed class DecisionDefinition
{
    private readonly DecisionNode _node;
    private readonly DrgIndex _index;

    // Found when somebody asks: for thousands of decisions that require each other it takes the square of their number.
    private IReadOnlyList<string>? _requiredInputs;

    internal DecisionDefinition(DecisionNode node, DrgIndex index)
    {
        _node = node;
        _index = index;
    }

    /// <summary>The decision's id; its name when it has none.</summary>
    public string Id => _node.Id;

    /// <summary>The decision's name.</summary>
    public string Name => _node.Name;

    /// <summary>Names of the input data it needs, its own and those of the decisions it requires.</summary>
    public IReadOnlyList<string> RequiredInputs => _requiredInputs ??= Requirements.RequirementGraph.InputsOf(_node);

    /// <summary>The table, when the decision logic is one.</summary>
    public DecisionTableView? Table => _node.Table?.View;

    /// <summary>
    /// What the decision may answer, as far as its own logic shows it: the answers of each rule, the branches of its conditions, written
    /// values and contexts. That no rule matches is not among them; <see cref="ModelAnalysis"/> finds where that may be.
    /// </summary>
    public ImmutableArray<PossibleAnswer> PossibleAnswers() => AnswerSearch.Of(_node.Logic, _node.Location);

    /// <summary>Evaluates the decision and those it requires. Never throws on data: problems are null and a note.</summary>
    /// <param name="inputs">Values of input data by name; further entries are ignored, absent ones are null.</param>
    public DecisionResult Evaluate(FeelContext inputs, FeelBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return DecisionRun.Evaluate(_node, _index, inputs, budget ?? FeelBudget.Default);
    }

    /// <summary>
    /// Evaluates the decision and says why: for each table its inputs, the rules that held, and those that missed by one clause, also in words.
    /// </summary>
    /// <param name="inputs">As for <see cref="Evaluate"/>.</param>
    public DecisionExplanation Explain(FeelContext inputs, FeelBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Explainer explainer = new();
        DecisionResult result = DecisionRun.Evaluate(_node, _index, inputs, budget ?? FeelBudget.Default, explainer);
        IEnumerable<ExplainedInput> used = result.Inputs
            .Select(input => new ExplainedInput(input.Key, input.Key, input.Value, ValueWords.Of(input.Value)));
        return new DecisionExplanation(result, [.. used], explainer.Tables);
    }
}
