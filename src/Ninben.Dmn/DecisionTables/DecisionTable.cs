using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.DecisionTables.HitPolicies;
using Ninben.Dmn.Evaluation;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.DecisionTables;

/// <summary>A compiled decision table (DMN 1.5, clause 8).</summary>
internal sealed class DecisionTable(
    DecisionTableView view,
    IHitPolicy policy,
    IReadOnlyList<TableInput> inputs,
    IReadOnlyList<TableOutput> outputs,
    IReadOnlyList<TableRule> rules,
    SourceLocation location) : IBoxedExpression
{
    private readonly int _slots = rules.SelectMany(rule => rule.Tests).Select(test => test?.Program.Slots ?? 1)
        .Concat(rules.SelectMany(rule => rule.Outputs).Select(output => output.Program.Slots))
        .Concat(inputs.Select(input => input.Expression.Program.Slots)).DefaultIfEmpty(1).Max();

    private readonly int[] _columns = [.. Enumerable.Range(0, inputs.Count)];

    // Made at the first evaluation: a model may be read only to look at it.
    private Lookup? _lookup;

    /// <summary>The index of a large table, and the columns that it says nothing about.</summary>
    private sealed record Lookup(TableIndex? Index, int[] Rest);

    private readonly string[] _outputNames = [.. outputs.Select(output => output.Name ?? "")];

    public DecisionTableView View => view;

    public IReadOnlyList<TableInput> Inputs => inputs;

    public IReadOnlyList<TableOutput> Outputs => outputs;

    public IReadOnlyList<TableRule> Rules => rules;

    public SourceLocation Location => location;

    public FeelValue Evaluate(DecisionRun run, FeelContext variables)
    {
        Frame frame = new(run.Run, new FeelValue[_slots], variables, null);
        FeelValue[] values = new FeelValue[inputs.Count];
        for (int i = 0; i < values.Length; i++)
        {
            TableInput input = inputs[i];
            FeelValue value = run.Coerce(input.Type, input.Expression.Program.Body(frame), input.Expression.Text, input.Location);
            values[i] = Allowed(new Checked(input.Allowed, value, input.Expression.Text, input.Location), run, frame);
        }

        List<int> hits = Hits(values, frame, run.Run);
        run.Explainer?.Add(run.Decision, this, values, frame);
        TableHits found = new(this, hits, run, frame);
        return hits.Count > 0 ? policy.Settle(found) : Default(found);
    }

    /// <summary>The answer of one rule: a value, or a context of several outputs.</summary>
    public FeelValue OutputOf(int rule, Frame frame, DecisionRun run)
    {
        FeelValue[] row = RowOf(rule, frame, run);
        return row.Length == 1 ? row[0] : FeelValue.From(FeelContext.FromShape(_outputNames, row));
    }

    public FeelValue[] RowOf(int rule, Frame frame, DecisionRun run)
    {
        FeelValue[] row = new FeelValue[outputs.Count];
        for (int i = 0; i < row.Length; i++)
        {
            frame.Slots[0] = default;
            row[i] = Fitting(outputs[i], rules[rule].Outputs[i].Program.Body(frame), rules[rule].Location, run, frame);
        }

        return row;
    }

    /// <summary>An output as its column wants it: of its type, and among the values that it allows; null otherwise.</summary>
    private static FeelValue Fitting(TableOutput output, FeelValue value, SourceLocation location, DecisionRun run, Frame frame)
    {
        string name = output.Name ?? "output";
        return Allowed(new Checked(output.Allowed, run.Coerce(output.Type, value, name, location), name, location), run, frame);
    }

    /// <summary>A value of a column with the values that the column allows.</summary>
    private readonly record struct Checked(FeelUnaryTests? Allowed, FeelValue Value, string Name, SourceLocation Location);

    // DMN 1.5, 8.3.2 and 8.3.3: a value that the clause does not allow is none, as one of the wrong type.
    private static FeelValue Allowed(in Checked found, DecisionRun run, Frame frame) => IsAllowed(found.Allowed, found.Value, frame) ? found.Value
        : run.Fail("dmn-not-allowed", $"'{found.Name}' has to be among {found.Allowed!.Text}, found {TypeMisfit.WordsOf(found.Value)}.", found.Location);

    /// <summary>Whether a value is among the allowed ones of its column, as far as that can be said without variables.</summary>
    public static bool IsAllowed(FeelUnaryTests? allowed, FeelValue value) => allowed?.Program.Test is not ConstantTest || IsAllowed(allowed, value, null);

    private static bool IsAllowed(FeelUnaryTests? allowed, FeelValue value, Frame? frame)
    {
        if (allowed is null || value.IsNull) return true;
        bool holds = allowed.Program.Test is ConstantTest test ? test.Holds(in value) is true
            : allowed.Program.EvaluateIn(frame!.Run, frame.Variables, value).IsTrue;
        // Of a list each item is one of the allowed values, unless they are about the list itself.
        return holds || (value.Kind == FeelKind.List && value.AsList().All(item => IsAllowed(allowed, item, frame)));
    }

    public MatchedRule MatchOf(int rule, DecisionRun run) => new(run.Decision.Id, rule + 1, rules[rule].Id, rules[rule].Annotation);

    private Lookup MakeLookup()
    {
        TableIndex? index = TableIndex.Of(rules, inputs.Count);
        return new Lookup(index, [.. _columns.Where(column => index is null || !index.Covers(column))]);
    }

    private List<int> Hits(FeelValue[] values, Frame frame, Run run)
    {
        List<int> hits = [];
        Lookup lookup = _lookup ??= MakeLookup();
        if (lookup.Index is not null && lookup.Index.TryFind(values, out ulong[] candidates))
        {
            run.Steps(candidates.Length);
            foreach (int rule in TableIndex.RulesIn(candidates))
            {
                run.Step();
                if (!Holds(rules[rule], values, frame, lookup.Rest)) continue;
                hits.Add(rule);
                if (policy.StopsAtFirst) break;
            }

            return hits;
        }

        for (int i = 0; i < rules.Count; i++)
        {
            run.Step();
            if (!Holds(rules[i], values, frame, _columns)) continue;
            hits.Add(i);
            if (policy.StopsAtFirst) break;
        }

        return hits;
    }

    private static bool Holds(TableRule rule, FeelValue[] values, Frame frame, int[] columns)
    {
        FeelUnaryTests?[] tests = rule.Tests;
        foreach (int i in columns)
        {
            if (tests[i] is not FeelUnaryTests test) continue;
            if (test.Program.Test is ConstantTest constant && constant.Holds(in values[i]) is bool holds)
            {
                if (holds) continue;
                return false;
            }

            frame.Slots[0] = values[i];
            if (!test.Program.Body(frame).IsTrue) return false;
        }

        return true;
    }

    // DMN 1.5, 8.3.3: without a matching rule the default outputs hold, and without those the answer is null.
    private FeelValue Default(TableHits found)
    {
        if (outputs.All(output => output.Default is null)) return found.Run.Fail("dmn-no-rule", "No rule of the table matches.", location);
        FeelValue[] row = [.. outputs.Select(output => output.Default is FeelExpression expression
            ? Fitting(output, expression.Program.EvaluateIn(found.Run.Run, found.Frame.Variables, default), location, found.Run, found.Frame) : default)];
        return row.Length == 1 ? row[0] : FeelValue.From(FeelContext.FromShape(_outputNames, row));
    }
}

/// <summary>A compiled input column.</summary>
internal sealed record TableInput(FeelExpression Expression, FeelType Type, FeelUnaryTests? Allowed, SourceLocation Location);

/// <summary>A compiled output column; priorities are the allowed values from the highest to the lowest.</summary>
internal sealed record TableOutput(string? Name, FeelType Type, IReadOnlyList<FeelValue> Priorities, FeelUnaryTests? Allowed, FeelExpression? Default);

/// <summary>A compiled row; a test that is null is "-".</summary>
internal sealed record TableRule(string? Id, FeelUnaryTests?[] Tests, IReadOnlyList<FeelExpression> Outputs, string? Annotation,
    SourceLocation Location);
