using System.Collections.Immutable;
using Ninben.Dmn.Explaining;
using Ninben.Dmn.Model;
using Ninben.Dmn.Xml;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Evaluation;

/// <summary>One evaluation over the requirements graph: each node is worked out once, on one budget.</summary>
internal sealed class DecisionRun(DrgIndex index, Run run, FeelContext given)
{
    private readonly FeelValue[] _values = new FeelValue[index.Nodes.Count];
    private readonly bool[] _known = new bool[index.Nodes.Count];
    private Dictionary<DrgNode, FeelValue>? _others;
    private Dictionary<Import, DecisionRun>? _imports;
    private readonly FeelContext.Builder _inputs = FeelContext.CreateBuilder();
    private ImmutableArray<MatchedRule>.Builder _matched = ImmutableArray.CreateBuilder<MatchedRule>();

    public Run Run => run;

    /// <summary>Evaluates a decision, or invokes a service with its parameters by name. A used-up budget is null and a note.</summary>
    public static DecisionResult Evaluate(DrgNode node, DrgIndex index, FeelContext inputs, FeelBudget budget, Explainer? explainer = null)
    {
        Run run = new(budget, NoteKeeping.Kept);
        DecisionRun evaluation = new(index, run, inputs) { Explainer = explainer };
        FeelValue output;
        ImmutableArray<EvaluationNote> notes;
        try
        {
            output = evaluation.ValueOf(node);
            if (node is ServiceNode service) output = evaluation.Invoke(service, output.Function);
            run.ChargeAnswer(in output);
            notes = run.Notes;
        }
        catch (BudgetExhausted exhausted)
        {
            output = default;
            notes = run.Notes.Insert(0, new EvaluationNote("budget-exhausted", exhausted.Message, node.Location));
        }

        return new DecisionResult(output, evaluation.Matched, notes, evaluation.Inputs);
    }

    private FeelValue Invoke(ServiceNode service, FeelFunction function)
    {
        FeelValue[] arguments = new FeelValue[service.Inputs.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            DrgNode input = service.Inputs[i];
            arguments[i] = given.TryGetValue(input.Name, out FeelValue value) ? value
                : Fail("dmn-missing-input", $"There is no input '{input.Name}'.", input.Location);
            _inputs.Set(input.Name, arguments[i]);
        }

        return Compiler.Invoke(run, function, arguments, [], new Place(new Feel.Syntax.SourceText("", null, new FixedOrigin(service.Location)), 0, 0));
    }

    public ImmutableArray<MatchedRule> Matched => _matched.ToImmutable();

    public FeelContext Inputs => _inputs.Build();

    /// <summary>The decision being evaluated, for its matched rules.</summary>
    public (string Id, string Name) Decision { get; private set; } = ("", "");

    /// <summary>Writes down how tables came out; null when nobody asked.</summary>
    public Explainer? Explainer { get; private init; }

    public void AddMatched(MatchedRule rule) => _matched.Add(rule);

    /// <summary>Notes a problem at a place of the model and answers null.</summary>
    public FeelValue Fail(string code, string message, SourceLocation location)
    {
        run.Add(new EvaluationNote(code, message, location));
        return default;
    }

    public FeelValue ValueOf(DrgNode node)
    {
        if (node.Ordinal >= 0 && _known[node.Ordinal]) return _values[node.Ordinal];
        if (_others is not null && _others.TryGetValue(node, out FeelValue other)) return other;
        Run.EnsureStack();
        run.Step();
        FeelValue value = node switch
        {
            InputNode input => Input(input),
            DecisionNode decision => Decide(decision),
            KnowledgeNode knowledge => knowledge.Function is null ? default : knowledge.Function.Evaluate(this, VariablesOf(knowledge)),
            ServiceNode service => Service(service),
            ImportedNode imported => Of(imported.Import).ValueOf(imported.Target),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };
        Keep(node, value);
        return value;
    }

    // The nodes of this model have a place each; those of others are few.
    private void Keep(DrgNode node, FeelValue value)
    {
        if (node.Ordinal < 0)
        {
            (_others ??= [])[node] = value;
            return;
        }

        _values[node.Ordinal] = value;
        _known[node.Ordinal] = true;
    }

    private FeelValue Input(InputNode input)
    {
        if (!given.TryGetValue(input.Name, out FeelValue value)) return Fail("dmn-missing-input", $"There is no input '{input.Name}'.", input.Location);
        FeelValue coerced = Coerce(input.Type, value, input.Name, input.Location);
        _inputs.Set(input.Name, coerced);
        return coerced;
    }

    private FeelValue Decide(DecisionNode decision)
    {
        FeelContext variables = VariablesOf(decision);
        (string, string) outer = Decision;
        Decision = (decision.Id, decision.Name);
        FeelValue value = decision.Logic is null ? Fail("dmn-no-logic", $"The decision '{decision.Name}' has no logic.", decision.Location)
            : decision.Logic.Evaluate(this, variables);
        Decision = outer;
        return Coerce(decision.Type, value, decision.Name, decision.Location);
    }

    /// <summary>The value as the type wants it (DMN 1.5, 10.3.2.9.4); null and a note that says what was expected and found when it does not fit.</summary>
    public FeelValue Coerce(FeelType type, FeelValue value, string name, SourceLocation location)
    {
        FeelValue coerced = type.Coerce(value, out bool failed);
        if (!failed) return coerced;
        TypeMisfit misfit = TypeMisfit.Of(type, value);
        return Fail("dmn-type", $"'{name}{misfit.Path}' has to be of the type {misfit.Expected}, found {misfit.Found}.", location);
    }

    private FeelContext VariablesOf(DrgNode node)
    {
        if (node.Requirements.Count == 0) return FeelContext.Empty;
        if (node.VariableNames is string[] names)
        {
            FeelValue[] values = new FeelValue[names.Length];
            for (int i = 0; i < values.Length; i++) values[i] = ValueOf(node.Requirements[i]);
            return FeelContext.FromShape(names, values);
        }

        FeelContext.Builder variables = FeelContext.CreateBuilder();
        Dictionary<string, FeelContext>? imported = null;
        foreach (DrgNode required in node.Requirements)
        {
            FeelValue value = ValueOf(required);
            if (required is not ImportedNode { Import.Name: { Length: > 0 } import })
            {
                variables.Set(required.Name, value);
                continue;
            }

            imported ??= [];
            imported[import] = imported.GetValueOrDefault(import, FeelContext.Empty).With(required.Name, value);
            variables.Set(import, FeelValue.From(imported[import]));
        }

        return variables.Build();
    }

    // Each import has inputs of its own, which the caller gives as a context of its name (or as his own, when there is no such context).
    private DecisionRun Of(Import import)
    {
        _imports ??= [];
        if (_imports.TryGetValue(import, out DecisionRun? known)) return known;
        FeelContext inner = given.TryGetValue(import.Name, out FeelValue value) && value.Kind == FeelKind.Context ? value.AsContext() : given;
        return _imports[import] = new DecisionRun(import.Index, run, inner) { _matched = _matched, Explainer = Explainer };
    }

    // DMN 1.5, 10.4: a decision service is a function of its input data and input decisions.
    private FeelValue Service(ServiceNode service)
    {
        FeelParameter[] parameters = [.. service.Inputs.Select(input => new FeelParameter(input.Name, input.Type))];
        return FeelValue.FromFunction(new FeelFunction(service.Name, parameters, (_, arguments) =>
        {
            DecisionRun inner = new(index, run, FeelContext.Empty) { Explainer = Explainer };
            for (int i = 0; i < arguments.Length; i++) inner.Keep(service.Inputs[i], arguments[i]);
            FeelValue answer;
            if (service.Outputs.Count == 1)
            {
                answer = inner.ValueOf(service.Outputs[0]);
            }
            else
            {
                FeelContext.Builder outputs = FeelContext.CreateBuilder();
                foreach (DecisionNode output in service.Outputs) outputs.Set(output.Name, inner.ValueOf(output));
                answer = FeelValue.From(outputs.Build());
            }

            _matched.AddRange(inner._matched);
            return answer;
        })
        { Result = service.Type });
    }
}
