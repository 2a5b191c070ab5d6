using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ninben.Dev.Commands.Bench.Feel;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench feel FILE</c>: expressions, unary tests and decision tables, for each second of processor time.</summary>
internal static class FeelBench
{
    private const string Bulk = "bulk";
    private const int LargeTable = 2_000;

    private sealed record Rate(WorkloadItem Item, double Compiled, double ParseEval, long BytesPerEvaluation);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A workload: items and a table, as JSON." };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var only = new Option<string?>("--only") { Description = "Only the items whose id begins so, and no tables; for profiling." };
        var command = new Command("feel", "Measures FEEL and decision tables by processor time.") { file, json, only };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(only), parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo file, string? only, bool json)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file.FullName}.");
            return 2;
        }

        var workload = FeelWorkload.Read(file.FullName);
        var wrong = 0;
        var rates = new List<Rate>();
        foreach (var item in workload.Items.Where(item => only is null || item.Id.StartsWith(only, StringComparison.Ordinal)))
        {
            if (!item.IsRight(Evaluator(item)()))
            {
                wrong++;
                Console.WriteLine($"{item.Id}: WRONG, expected {item.Expected}, found {Evaluator(item)()}: {item.Text}");
                continue;
            }

            rates.Add(Measure(item));
            Print(rates[^1]);
        }

        if (only is not null) return wrong;
        var (cells, tables, large, wrongTables) = MeasureTables(workload.Table);
        Summarise(rates, new Dictionary<string, double>
        {
            ["compiledPerSecond"] = CpuClock.GeometricMean(rates.Where(rate => rate.Item.Group != Bulk).Select(rate => rate.Compiled)),
            ["parseEvalPerSecond"] = CpuClock.GeometricMean(rates.Where(rate => rate.Item.Group != Bulk).Select(rate => rate.ParseEval)),
            ["tablesPerSecond"] = cells,
            ["bytesPerUnaryTest"] = rates.Where(rate => rate.Item.IsUnary).Max(rate => rate.BytesPerEvaluation),
            ["wrong"] = wrong + wrongTables,
            ["decisionTablesPerSecond"] = tables,
            ["largeTablesPerSecond"] = large,
            ["slowestParseEvalPerSecond"] = rates.Where(rate => rate.Item.Group != Bulk).Min(rate => rate.ParseEval),
            ["bulkPerSecond"] = rates.Where(rate => rate.Item.Group == Bulk).Select(rate => rate.Compiled).DefaultIfEmpty().Min(),
        }, json);
        return 0;
    }

    private static Rate Measure(WorkloadItem item)
    {
        var evaluate = Evaluator(item);
        var compiled = CpuClock.PerSecond(() => evaluate());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) evaluate();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        return new Rate(item, compiled, CpuClock.PerSecond(() => Evaluator(item)()), bytes);
    }

    /// <summary>Parses and binds with the names of the variables declared, as a model does.</summary>
    private static Func<FeelValue> Evaluator(WorkloadItem item)
    {
        var scope = FeelScope.OpenWith(item.Variables.Keys.Where(name => name != "?"));
        if (item.IsUnary)
        {
            var tests = FeelUnaryTests.Compile(item.Text, scope).Tests!;
            var input = item.Input;
            return () => FeelValue.From(tests.Matches(input, item.Variables));
        }

        var expression = FeelExpression.Compile(item.Text, scope).Expression!;
        return () => expression.EvaluateValue(item.Variables);
    }

    private static (double Cells, double Tables, double Large, int Wrong) MeasureTables(WorkloadTable table)
    {
        var scope = FeelScope.OpenWith(table.Columns);
        FeelUnaryTests[][] rules = [.. table.Rules.Select(rule => rule.Select(cell => FeelUnaryTests.Compile(cell, scope).Tests!).ToArray())];
        var decision = TableModel.Of(table);
        var wrong = 0;
        for (var i = 0; i < table.Inputs.Count; i++)
        {
            if (Hits(rules, table.Columns, table.Inputs[i]) != table.ExpectedHits[i]) wrong++;
            var answer = decision.Evaluate(table.Inputs[i]).Output;
            // A collect table without a match has no answer.
            if (!answer.Equals(table.ExpectedHits[i] == 0 ? FeelValue.Null : FeelValue.From(table.ExpectedHits[i]))) wrong++;
        }

        var turn = 0;
        var cells = CpuClock.PerSecond(() => Hits(rules, table.Columns, table.Inputs[turn++ % table.Inputs.Count]));
        var tables = CpuClock.PerSecond(() => decision.Evaluate(Copy(table.Inputs[turn++ % table.Inputs.Count])));
        var large = TableModel.Large(LargeTable);
        FeelContext[] inputs = [.. Enumerable.Range(0, 1_024).Select(TableModel.LargeInput)];
        return (cells, tables, CpuClock.PerSecond(() => large.Evaluate(Copy(inputs[turn++ % inputs.Length]))), wrong);
    }

    // Fresh inputs each time, as a caller has them.
    private static FeelContext Copy(FeelContext inputs) => FeelContext.Of(inputs);

    /// <summary>All cells, also those that could be left out, as the workload says.</summary>
    private static int Hits(FeelUnaryTests[][] rules, IReadOnlyList<string> columns, FeelContext inputs)
    {
        Span<FeelValue> values = [inputs[columns[0]], inputs[columns[1]], inputs[columns[2]], inputs[columns[3]]];
        var hits = 0;
        foreach (var rule in rules)
        {
            var all = true;
            for (var i = 0; i < rule.Length; i++) all &= rule[i].Matches(values[i], inputs);
            if (all) hits++;
        }

        return hits;
    }

    private static void Print(Rate rate) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{rate.Item.Id,-5}{rate.Compiled,14:N0}/s compiled{rate.ParseEval,12:N0}/s with parsing{rate.BytesPerEvaluation,8} bytes  {Short(rate.Item.Text)}"));

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static void Summarise(List<Rate> rates, Dictionary<string, double> summary, bool json)
    {
        foreach (var group in rates.GroupBy(rate => rate.Item.Group)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{group.Key,-12}{CpuClock.GeometricMean(group.Select(rate => rate.Compiled)),14:N0}/s compiled" +
            $"{CpuClock.GeometricMean(group.Select(rate => rate.ParseEval)),12:N0}/s with parsing"));
        foreach (var (name, value) in summary) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{value,16:N0}"));
        if (json) Console.WriteLine(JsonSerializer.Serialize(summary.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value))));
    }
}
