using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Typing;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>
/// The types of a decision table. A cell that is written for another type than its column, or an answer that its output does not take, is an
/// error, for it can be of no use; what is only known from the types of variables is a warning.
/// </summary>
internal sealed class TableTypes(DecisionTable table, TypeScope scope, FeelType wanted)
{
    // A table in which everything is wrong is as clear with the first few findings.
    private const int MostOfOneColumn = 20;

    /// <summary>Looks at all cells; the type of the table's answer.</summary>
    public FeelType Check()
    {
        for (int column = 0; column < table.Inputs.Count; column++) Input(column);
        FeelType[] outputs = [.. Enumerable.Range(0, table.Outputs.Count).Select(Output)];
        FeelType row = outputs.Length == 1 ? outputs[0]
            : new ContextType([.. table.Outputs.Zip(outputs, (output, type) => new FeelParameter(output.Name ?? "", type))]);
        return (table.View.HitPolicy, table.View.Aggregation) switch
        {
            ("COLLECT", "COUNT") => new SimpleType(FeelKind.Number),
            ("COLLECT", null) or ("RULE ORDER" or "OUTPUT ORDER", _) => new ListType(row),
            ("COLLECT", _) => outputs.Length == 1 ? row : FeelType.Any,
            _ => row,
        };
    }

    private void Input(int column)
    {
        TableInput input = table.Inputs[column];
        string label = table.View.Inputs[column].Label;
        FeelType found = TypeInference.Of(input.Expression, scope);
        if (TypeRelation.Excludes(input.Type, found)) Report("dmn-type", DiagnosticSeverity.Warning,
            $"The column '{label}' is declared as {input.Type}, but '{input.Expression.Text}' is a {found}: its value is always null.",
            WholeOf(input.Expression), "Change the expression, or the type of the column.");
        FeelType type = input.Type is AnyType ? found : input.Type;
        int first = scope.Diagnostics.Count;
        for (int rule = 0; rule < table.Rules.Count && scope.Diagnostics.Count < first + MostOfOneColumn; rule++)
        {
            if (table.Rules[rule].Tests[column] is not FeelUnaryTests tests || tests.Program.Test is AlwaysTest) continue;
            if (tests.Program.Test is not { Kind: FeelKind tested }) TypeInference.Check(tests, type, scope);
            else if (TypeRelation.ScalarKind(type) is FeelKind kind && kind != tested) Report("dmn-type", DiagnosticSeverity.Error,
                $"The cell '{tests.Text}' of rule {rule + 1} is about a {FeelType.NameOf(tested)}, but '{label}' is a {FeelType.NameOf(kind)}: it never holds.",
                tests.Source.LocationOf(0, tests.Text.Length), "Change the cell, or the type of the column.");
        }
    }

    private FeelType Output(int column)
    {
        TableOutput output = table.Outputs[column];
        string label = table.View.Outputs[column].Label;
        bool isWhole = table.Outputs.Count == 1 && table.View.HitPolicy is "UNIQUE" or "ANY" or "PRIORITY" or "FIRST";
        FeelType declared = output.Type is AnyType && isWhole ? wanted : output.Type;
        FeelType all = new SimpleType(FeelKind.Null);
        int first = scope.Diagnostics.Count;
        foreach (TableRule rule in table.Rules)
        {
            FeelExpression answer = rule.Outputs[column];
            FeelType found = TypeInference.Of(answer, scope);
            all = TypeRelation.Either(all, found);
            if (scope.Diagnostics.Count >= first + MostOfOneColumn) continue;
            if (answer.Program.Constant is FeelValue value) Constant(new Answer(output, declared, label), value, answer);
            else if (TypeRelation.Excludes(declared, found)) Report("dmn-type", DiagnosticSeverity.Warning,
                $"The answer '{answer.Text}' is a {found}, but '{label}' is declared as {declared}: it is always null.", WholeOf(answer),
                "Change the answer, or the type of the output.");
        }

        if (output.Default is FeelExpression fallback) all = TypeRelation.Either(all, TypeInference.Of(fallback, scope));
        return declared is AnyType ? all : declared;
    }

    private sealed record Answer(TableOutput Output, FeelType Declared, string Label);

    private void Constant(Answer column, FeelValue value, FeelExpression answer)
    {
        FeelValue coerced = column.Declared.Coerce(value, out bool failed);
        if (failed)
        {
            TypeMisfit misfit = TypeMisfit.Of(column.Declared, value);
            Report("dmn-type", DiagnosticSeverity.Error, $"The answer '{answer.Text}' is always null: '{column.Label}{misfit.Path}' has to be of the type " +
                $"{misfit.Expected}, found {misfit.Found}.", WholeOf(answer), "Change the answer, or the type of the output.");
        }
        else if (!DecisionTable.IsAllowed(column.Output.Allowed, coerced))
        {
            Report("dmn-not-allowed", DiagnosticSeverity.Error, $"The answer '{answer.Text}' is always null: '{column.Label}' has to be among " +
                $"{column.Output.Allowed!.Text}.", WholeOf(answer), "Change the answer, or the allowed values of the output.");
        }
    }

    private static SourceLocation WholeOf(FeelExpression expression) => expression.Source.LocationOf(0, expression.Text.Length);

    private void Report(string code, DiagnosticSeverity severity, string message, SourceLocation location, string hint) =>
        scope.Diagnostics.Add(new Diagnostic(code, severity, message, location, hint));
}
