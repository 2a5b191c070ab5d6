using Ninben.Dmn;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Conformance.Dmn;

/// <summary>What became of a case. The message says what differs, or for a pass what is worth knowing.</summary>
internal sealed record TckOutcome(TckCase Case, bool Passed, string Message, bool IsRounded);

/// <summary>Runs test files of the DMN TCK.</summary>
internal static class TckRunner
{
    // now() and today() need an instant; the suite only asks that there is one.
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The outcomes of all cases below a folder.</summary>
    public static IEnumerable<TckOutcome> RunAll(string folder) => RunAll(folder, static model => model);

    /// <summary>The outcomes of all cases below a folder, with every model as the function gives it.</summary>
    public static IEnumerable<TckOutcome> RunAll(string folder, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> given) =>
        TckReader.FilesIn(folder).SelectMany(file => Run(file, given));

    private static IEnumerable<TckOutcome> Run(string file, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> given)
    {
        (string modelFile, IReadOnlyList<TckCase> cases) = TckReader.Read(file);
        DmnReading reading = DmnReader.Read(given(File.ReadAllBytes(modelFile)), Path.GetFileName(modelFile), new DmnReadOptions
        {
            Importable = [.. Directory.GetFiles(Path.GetDirectoryName(modelFile)!, "*.dmn").Where(other => other != modelFile)
                .Select(other => given(File.ReadAllBytes(other)))],
            ExternalFunctions = ExternalFunctions.PureJava,
        });
        foreach (TckCase test in cases)
        {
            if (reading.Model is DmnModel model)
            {
                yield return Run(model, test);
                continue;
            }

            Diagnostic fault = reading.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error);
            yield return new TckOutcome(test, false, $"the model is refused: {fault.Message}", false);
        }
    }

    private static TckOutcome Run(DmnModel model, TckCase test)
    {
        bool rounded = false;
        string message = "";
        foreach (TckResult wanted in test.Results)
        {
            FeelBudget budget = new() { Now = Now };
            DecisionResult? result = test.Type == "decisionService" ? model.EvaluateService(test.Invocable!, test.Inputs, budget)
                : model.Find(wanted.Name)?.Evaluate(test.Inputs, budget);
            if (result is null) return new TckOutcome(test, false, $"there is no {test.Type} '{wanted.Name}'", false);

            // A service with several outputs answers a context of them; the case asks for each.
            bool isPart = test.Type == "decisionService" && test.Results.Count > 1;
            FeelValue answer = isPart ? result.Output[wanted.Name] : result.Output;
            TckMatch match = TckComparison.Compare(answer, wanted.Expected);
            if (match == TckMatch.Differs)
            {
                string notes = string.Join("; ", result.Notes.Select(note => note.Message).Take(2));
                return new TckOutcome(test, false, $"{wanted.Name}: expected {wanted.Expected}, found {answer}{(notes.Length > 0 ? ": " + notes : "")}", false);
            }

            rounded |= match == TckMatch.Rounded;
            if (match == TckMatch.Rounded) message = $"{wanted.Name}: wanted {wanted.Expected} is rounded, found {answer}";
            else if (wanted.IsError && result.Notes.Length == 0) message = $"{wanted.Name}: null as wanted, but no note says why";
        }

        return new TckOutcome(test, true, message, rounded);
    }
}
