using Ninben.Dmn.Evaluation;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.BoxedExpressions;

/// <summary>A text in FEEL.</summary>
internal sealed record LiteralExpression(FeelExpression Expression) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables) => Expression.Program.EvaluateIn(run.Run, variables, default);
}

/// <summary>An expression whose value must fit a type.</summary>
internal sealed record TypedExpression(IBoxedExpression Inner, FeelType Type, string Name, SourceLocation Location) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables) => run.Coerce(Type, Inner.Evaluate(run, variables), Name, Location);
}

internal sealed record ContextExpression(IReadOnlyList<(string? Name, IBoxedExpression Value)> Entries) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        FeelContext.Builder result = FeelContext.CreateBuilder();
        foreach ((string? name, IBoxedExpression expression) in Entries)
        {
            FeelValue value = expression.Evaluate(run, variables);
            if (name is null) return value;
            result.Set(name, value);
            variables = variables.With(name, value);
        }

        return FeelValue.From(result.Build());
    }
}

internal sealed record InvocationExpression(IBoxedExpression Callee, IReadOnlyList<(string Name, IBoxedExpression Value)> Bindings, Place Place)
    : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        FeelValue callee = Callee.Evaluate(run, variables);
        if (callee.Kind != FeelKind.Function) return run.Run.Fail("feel-not-a-function", $"Only a function can be called, found {callee.Kind}.", Place);
        FeelValue[] arguments = [.. Bindings.Select(binding => binding.Value.Evaluate(run, variables))];
        return Compiler.Invoke(run.Run, callee.Function, arguments, [.. Bindings.Select(binding => binding.Name)], Place);
    }
}

/// <summary>The body of a function that is not FEEL.</summary>
internal sealed record ExternalBody(IReadOnlyList<string> Parameters, FeelFunctionBody Body) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables) =>
        Body(run.Run, [.. Parameters.Select(name => variables.TryGetValue(name, out FeelValue value) ? value : default)]);
}

internal sealed record FunctionExpression(IReadOnlyList<FeelParameter> Parameters, IBoxedExpression Body, FeelType Result) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables) => FeelValue.FromFunction(new FeelFunction(null, Parameters, (_, arguments) =>
    {
        FeelContext scope = variables;
        for (int i = 0; i < arguments.Length; i++) scope = scope.With(Parameters[i].Name, arguments[i]);
        return Body.Evaluate(run, scope);
    })
    { Result = Result });
}

internal sealed record ListExpression(IReadOnlyList<IBoxedExpression> Items) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        run.Run.ChargeList(Items.Count);
        return FeelValue.FromList([.. Items.Select(item => item.Evaluate(run, variables))]);
    }
}

internal sealed record RelationExpression(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<IBoxedExpression>> Rows) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        run.Run.ChargeList(Rows.Count);
        return FeelValue.FromList([.. Rows.Select(row => FeelValue.From(FeelContext.Of(
            Columns.Zip(row, (column, cell) => KeyValuePair.Create(column, cell.Evaluate(run, variables))))))]);
    }
}

internal sealed record ConditionalExpression(IBoxedExpression If, IBoxedExpression Then, IBoxedExpression Else, SourceLocation Location) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        FeelValue condition = If.Evaluate(run, variables);
        if (!condition.IsNull && condition.Kind != FeelKind.Boolean) return run.Fail("dmn-condition", "The condition is neither true nor false.", Location);
        return condition.IsTrue ? Then.Evaluate(run, variables) : Else.Evaluate(run, variables);
    }
}

internal sealed record FilterExpression(IBoxedExpression In, IBoxedExpression Match, SourceLocation Location) : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        FeelValue source = In.Evaluate(run, variables);
        if (source.IsNull) return default;
        IReadOnlyList<FeelValue> items = source.Kind == FeelKind.List ? source.AsList() : [source];
        List<FeelValue> kept = [];
        foreach (FeelValue item in items)
        {
            run.Run.Step();
            FeelContext scope = variables.With("item", item);
            if (item.Kind == FeelKind.Context)
            {
                foreach ((string name, FeelValue entry) in item.AsContext()) scope = scope.With(name, entry);
            }

            FeelValue match = Match.Evaluate(run, scope);
            if (match.Kind == FeelKind.Number) return At(run, items, match.AsNumber());
            if (match.Kind != FeelKind.Boolean) return run.Fail("dmn-filter", "The match of a filter is a condition or an index.", Location);
            if (match.AsBoolean()) kept.Add(item);
        }

        return FeelValue.FromList(kept);
    }

    private FeelValue At(DecisionRun run, IReadOnlyList<FeelValue> items, decimal index)
    {
        if (index == 0 || index != decimal.Truncate(index) || Math.Abs(index) > items.Count) return run.Fail("feel-index",
            "The list has no element at that index.", Location);
        return items[index > 0 ? (int)index - 1 : items.Count + (int)index];
    }
}

internal enum IterationForm
{
    For,
    Some,
    Every,
}

internal sealed record IterationExpression(IterationForm Form, string Variable, IBoxedExpression In, IBoxedExpression Body, SourceLocation Location)
    : IBoxedExpression
{
    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        FeelValue source = In.Evaluate(run, variables);
        if (Items(run, source) is not IReadOnlyList<FeelValue> items) return run.Fail("feel-domain", "A loop needs a list or a range.", Location);
        List<FeelValue> results = [];
        bool decided = false;
        bool unknown = false;
        foreach (FeelValue item in items)
        {
            run.Run.Step();
            FeelContext scope = variables.With(Variable, item);
            if (Form == IterationForm.For) run.Run.ChargeList(results.Count);
            if (Form == IterationForm.For) scope = scope.With("partial", FeelValue.FromList(results));
            FeelValue value = Body.Evaluate(run, scope);
            if (Form == IterationForm.For) results.Add(value);
            else if (value.Kind == FeelKind.Boolean && value.AsBoolean() == (Form == IterationForm.Some)) decided = true;
            else if (value.Kind != FeelKind.Boolean) unknown = true;
        }

        if (Form == IterationForm.For) return FeelValue.FromList(results);
        return unknown ? default : FeelValue.From(decided == (Form == IterationForm.Some));
    }

    private static IReadOnlyList<FeelValue>? Items(DecisionRun run, FeelValue source)
    {
        if (source.Kind == FeelKind.List) return source.AsList();
        if (source.Kind != FeelKind.Range) return source.IsNull ? null : [source];
        FeelRange range = source.Range;
        if (!range.Start.IsNumber || !range.End.IsNumber) return null;
        decimal from = decimal.Truncate(range.Start.AsNumber()) + (range.StartIncluded ? 0 : 1);
        decimal to = decimal.Truncate(range.End.AsNumber()) - (range.EndIncluded ? 0 : 1);
        run.Run.ChargeList((long)Math.Clamp(to - from + 1, 0, int.MaxValue));
        List<FeelValue> items = [];
        for (decimal at = from; at <= to; at++) items.Add(FeelValue.From(at));
        return items;
    }
}
