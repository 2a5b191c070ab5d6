using System.Text.Json;
using Ninben.Feel;

namespace Ninben.Dmn.Tests.Conformance;

/// <summary>Runs the part of the DMN TCK that lies beside the repository; the number of passed cases may only grow.</summary>
public sealed class TckTests(ITestOutputHelper output)
{
    // The reference runners compare numbers within this distance.
    private const decimal Tolerance = 0.00000001m;

    private static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Passes_at_least_as_many_cases_as_the_ratchet_says()
    {
        string root = RepositoryRoot();
        string shared = Environment.GetEnvironmentVariable("NINBEN_SHARED") ?? Path.Combine(root, "..", "shared");
        string suite = Path.Combine(shared, "conformance", "dmn-tck");
        if (!Directory.Exists(suite)) Assert.Skip("The DMN TCK is not at ../shared/conformance/dmn-tck (or NINBEN_SHARED).");

        int all = 0, passed = 0, nonNull = 0, passedNonNull = 0;
        foreach (string file in Directory.GetFiles(suite, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            (string modelFile, IReadOnlyList<TckCase> cases) = TckReader.Read(file);
            DmnReading reading = DmnReader.Read(File.ReadAllBytes(modelFile), Path.GetFileName(modelFile));
            if (reading.Model is null) output.WriteLine(
                $"MODEL {Path.GetFileName(modelFile)} ({cases.Count}): {reading.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error)}");
            foreach (TckCase test in cases)
            {
                bool passes = reading.Model is not null && Passes(reading.Model, test);
                all++;
                if (passes) passed++;
                if (test.IsNonNull) nonNull++;
                if (test.IsNonNull && passes) passedNonNull++;
            }
        }

        output.WriteLine($"TCK: {passed} of {all} cases; {passedNonNull} of {nonNull} that expect a value.");
        using JsonDocument ratchet = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "conformance", "dmn-tck", "ratchet.json")));
        Assert.True(passed >= ratchet.RootElement.GetProperty("passed").GetInt32(), $"{passed} cases pass; the ratchet wants more.");
        Assert.True(passedNonNull >= ratchet.RootElement.GetProperty("passedNonNull").GetInt32(),
            $"{passedNonNull} non-null cases pass; the ratchet wants more.");
    }

    private bool Passes(DmnModel model, TckCase test)
    {
        foreach ((string name, FeelValue expected) in test.Results)
        {
            FeelBudget budget = new() { Now = Now };
            DecisionResult? result = test.Type == "decisionService" ? model.EvaluateService(test.Invocable!, test.Inputs, budget)
                : model.Find(name)?.Evaluate(test.Inputs, budget);
            if (result is null)
            {
                output.WriteLine($"FAIL {test.Folder} {test.Id}: there is no {test.Type} {name}");
                return false;
            }

            // A service with several outputs answers a context of them; the case asks for each.
            FeelValue answer = test.Results.Count > 1 && test.Type == "decisionService" ? result.Output[name] : result.Output;
            if (AreSame(answer, expected)) continue;
            output.WriteLine($"FAIL {test.Folder} {test.Id} {name}: expected {expected}, found {result.Output}; " +
                $"{string.Join("; ", result.Notes.Select(note => note.Message).Take(2))}");
            return false;
        }

        return true;
    }

    private static bool AreSame(FeelValue actual, FeelValue expected)
    {
        if (actual.Kind != expected.Kind) return false;
        return actual.Kind switch
        {
            FeelKind.Number => Math.Abs(actual.AsNumber() - expected.AsNumber()) < Tolerance,
            FeelKind.List => actual.AsList().Count == expected.AsList().Count && actual.AsList().Zip(expected.AsList(), AreSame).All(same => same),
            FeelKind.Context => actual.AsContext().Count == expected.AsContext().Count
                && expected.AsContext().All(entry => actual.AsContext().TryGetValue(entry.Key, out FeelValue value) && AreSame(value, entry.Value)),
            _ => actual.Equals(expected),
        };
    }

    private static string RepositoryRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Ninben.slnx"))) at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException("The repository root (Ninben.slnx) is not above the test binaries.");
    }
}
