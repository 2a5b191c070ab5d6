using System.Collections.Immutable;
using Ninben.Dmn.DecisionTables;
using Ninben.Dmn.DecisionTables.HitPolicies;
using Ninben.Feel;

namespace Ninben.Dmn.Xml;

/// <summary>Reads and compiles a decision table.</summary>
internal sealed class TableReader(ExpressionReader expressions)
{
    private bool _complete = true;

    public DecisionTable? Read(Element table, ImmutableHashSet<string> names)
    {
        string policyName = table.Attribute("hitPolicy") ?? "UNIQUE";
        string? aggregation = policyName == "COLLECT" ? table.Attribute("aggregation") : null;
        IHitPolicy? policy = HitPolicyCatalogue.Find(aggregation is null ? policyName : $"{policyName} {aggregation}");
        if (policy is null)
        {
            expressions.Report("dmn-hit-policy", DiagnosticSeverity.Error, $"There is no hit policy '{policyName} {aggregation}'.", table);
            return null;
        }

        List<Element> inputElements = [.. table.All("input")];
        List<Element> outputElements = [.. table.All("output")];
        if (outputElements.Count == 0) expressions.Report("dmn-no-output", DiagnosticSeverity.Error, "A decision table needs an output.", table);
        List<TableInput> inputs = [.. inputElements.Select(input => Input(input, names)).OfType<TableInput>()];
        List<TableOutput> outputs = [.. outputElements.Select(output => Output(output, outputElements.Count, names))];
        List<TableRule> rules = [.. table.All("rule").Select(rule => Rule(rule, inputElements.Count, outputElements.Count, names)).OfType<TableRule>()];
        if (!_complete || outputElements.Count == 0) return null;
        DecisionTable read = new(View(table, policyName, aggregation), policy, inputs, outputs, rules, expressions.LocationOf(table));
        expressions.Tables.Add(read);
        return read;
    }

    private TableInput? Input(Element input, ImmutableHashSet<string> names)
    {
        Element? expression = input.Child("inputExpression");
        FeelExpression? compiled = expression is null ? null : expressions.Literal(expression, names);
        if (expression is null) expressions.Report("dmn-no-expression", DiagnosticSeverity.Error, "An input column needs an expression.", input);
        if (compiled is null)
        {
            _complete = false;
            return null;
        }

        return new TableInput(compiled, expressions.Types.Of(expression!.Attribute("typeRef"), expression),
            Allowed(input.Child("inputValues"), names), expressions.LocationOf(input));
    }

    private TableOutput Output(Element output, int count, ImmutableHashSet<string> names)
    {
        if (count > 1 && output.Attribute("name") is null) expressions.Report("dmn-output-name", DiagnosticSeverity.Error,
            "Where there are several outputs, each needs a name.", output);
        List<FeelValue> priorities = [];
        Element? values = output.Child("outputValues");
        string texts = values?.TextChild() ?? "";
        // The allowed values are a list of unary tests; as priorities only single values among them count.
        if (texts.Length > 0 && FeelExpression.Compile($"[{texts}]", expressions.Scope(names)).Expression is FeelExpression list)
        {
            FeelValue read = list.EvaluateValue(FeelContext.Empty);
            if (read.Kind == FeelKind.List) priorities.AddRange(read.AsList());
        }

        FeelExpression? fallback = output.Child("defaultOutputEntry") is Element entry && entry.TextChild().Length > 0
            ? expressions.Literal(entry, names) : null;
        return new TableOutput(output.Attribute("name")?.Trim(), expressions.Types.Of(output.Attribute("typeRef"), output), priorities,
            Allowed(values, names), fallback);
    }

    // Values that are not understood, such as texts without quotes, are warned of; held against answers they would make all of them null.
    private FeelUnaryTests? Allowed(Element? values, ImmutableHashSet<string> names)
    {
        if (values is null || values.TextChild().Length == 0) return null;
        (FeelUnaryTests? tests, ImmutableArray<Diagnostic> found) = expressions.TestsOf(values, names);
        foreach (Diagnostic diagnostic in found) expressions.Warn(diagnostic);
        return found.IsEmpty ? tests : null;
    }

    private TableRule? Rule(Element rule, int inputs, int outputs, ImmutableHashSet<string> names)
    {
        List<Element> tests = [.. rule.All("inputEntry")];
        List<Element> answers = [.. rule.All("outputEntry")];
        if (tests.Count != inputs || answers.Count != outputs)
        {
            expressions.Report("dmn-rule", DiagnosticSeverity.Error,
                $"The rule has {tests.Count} input and {answers.Count} output cells; the table has {inputs} and {outputs} columns.", rule);
            _complete = false;
            return null;
        }

        List<FeelUnaryTests?> compiledTests = [];
        foreach (Element test in tests)
        {
            string text = test.TextChild();
            FeelUnaryTests? compiled = text is "" or "-" ? null : expressions.UnaryTests(test, names);
            if (compiled is null && text is not ("" or "-")) _complete = false;
            compiledTests.Add(compiled);
        }

        List<FeelExpression> compiledAnswers = [.. answers.Select(answer => expressions.Literal(answer, names)).OfType<FeelExpression>()];
        if (compiledAnswers.Count != answers.Count) _complete = false;
        string[] annotations = [.. Annotations(rule).Where(text => text.Length > 0)];
        string? annotation = annotations.Length > 0 ? string.Join("; ", annotations) : null;
        return new TableRule(rule.Id, [.. compiledTests], compiledAnswers, annotation, expressions.LocationOf(rule));
    }

    private static IEnumerable<string> Annotations(Element rule)
    {
        List<Element> entries = [.. rule.All("annotationEntry")];
        if (entries.Count > 0) return entries.Select(entry => entry.TextChild());
        return rule.Child("description") is Element description ? [description.Text.Trim()] : [];
    }

    private static DecisionTableView View(Element table, string policy, string? aggregation) => new(
        policy,
        aggregation,
        [.. table.All("input").Select(input => new TableInputView(
            input.Id, input.Attribute("label") ?? input.Child("inputExpression")?.TextChild() ?? "", input.Child("inputExpression")?.TextChild() ?? "",
            input.Child("inputExpression")?.Attribute("typeRef"), input.Child("inputValues")?.TextChild()))],
        [.. table.All("output").Select(output => new TableOutputView(
            output.Id, output.Attribute("name"), output.Attribute("label") ?? output.Attribute("name") ?? table.Attribute("outputLabel") ?? "",
                output.Attribute("typeRef"),
            output.Child("outputValues")?.TextChild(), output.Child("defaultOutputEntry")?.TextChild()))],
        [.. table.All("annotation").Select(annotation => annotation.Attribute("name") ?? "")],
        [.. table.All("rule").Select((rule, at) => new TableRuleView(
            at + 1, rule.Id, [.. rule.All("inputEntry").Select(entry => entry.TextChild())], [.. rule.All("outputEntry").Select(entry => entry.TextChild())],
            [.. Annotations(rule)]))]);
}
