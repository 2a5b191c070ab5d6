using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ninben.Connectors.Extraction;
using Ninben.Connectors.Ocr;
using Ninben.Dev.Commands.Bench;
using Ninben.Learning.Calibration;

namespace Ninben.Dev.Commands.Calibrating;

/// <summary><c>dev calibrate</c>: measures stated confidence on documents with true values and writes the calibration file.</summary>
internal static class CalibrateCommand
{
    private const int LeastPerBin = 10;

    // What is measured is how well pages are read, not how busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static Command Create()
    {
        var process = new Option<string>("--process") { Required = true, Description = "Process id." };
        var element = new Option<string>("--element") { Required = true, Description = "Element id of the extraction." };
        var documents = new Option<DirectoryInfo>("--documents") { Required = true, Description = "Folder with the documents." };
        var truth = new Option<FileInfo>("--truth") { Description = "documents.json with the true values; default: the one in the folder." };
        var words = new Option<DirectoryInfo>("--words") { Description = "Folder where the words that were read are kept, for measuring changed rules." };
        var output = new Option<FileInfo>("--out") { Description = "Calibration file to write." };
        var check = new Option<FileInfo>("--check") { Description = "An existing calibration to judge on these documents, which it should not know." };
        var command = new Command("calibrate", "Measures confidence on documents with true values and writes or checks a calibration.") { process, element,
            documents, truth, words, output, check };
        command.Validators.Add(given =>
        {
            if (given.GetValue(output) is null && given.GetValue(check) is null) given.AddError("Expected --out FILE, --check FILE or both, found neither.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(documents).FullName;
            var list = parsed.GetValue(truth)?.FullName ?? Path.Combine(folder, "documents.json");
            using var reader = new PageReader(new NoDocuments(), new OcrOptions
            {
                Parallelism = Environment.ProcessorCount,
                TimeLimit = Patience,
            });
            var measured = await Measure(new KeptWords(reader, folder, parsed.GetValue(words)?.FullName), TrueDocument.ReadAll(list), cancellationToken);
            Print(measured);
            var file = Describe(new Target(parsed.GetRequiredValue(process), parsed.GetRequiredValue(element), Seed(list)), measured);
            if (parsed.GetValue(output) is { } target)
                await File.WriteAllTextAsync(target.FullName, JsonSerializer.Serialize(file, Json) + "\n", cancellationToken);
            return parsed.GetValue(check) is { } known ? CalibrationCheck.Print(known, measured.Answers, measured.Model) : 0;
        });
        return command;
    }

    private static async Task<Measured> Measure(KeptWords words, IReadOnlyList<TrueDocument> documents, CancellationToken cancellationToken)
    {
        var legible = documents.Where(document => document.Legible).ToArray();
        var texts = new DocumentText[legible.Length];
        var count = 0;
        await Parallel.ForAsync(0, legible.Length, cancellationToken, async (index, cancel) =>
        {
            texts[index] = await words.Read(legible[index].File, cancel);
            await Console.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{Interlocked.Increment(ref count)}/{legible.Length} "));
        });
        await Console.Error.WriteLineAsync();

        var answers = legible.Zip(texts).Select(pair => Answers(pair.First, pair.Second)).ToArray();
        var engine = texts.Select(text => text.Engine).FirstOrDefault(name => name.StartsWith("tesseract", StringComparison.Ordinal)) ?? "";
        return new Measured(answers, string.Create(CultureInfo.InvariantCulture, $"{engine}+rules@{DocumentExtraction.Version}"));
    }

    private static Dictionary<string, Trial> Answers(TrueDocument document, DocumentText text)
    {
        var kind = Enum.TryParse<DocumentKind>(document.Kind, ignoreCase: true, out var named) ? named : DocumentKind.Auto;
        return DocumentExtraction.Read(text, kind).Fields.ToDictionary(field => field.Name, field => FieldAnswers.Compare(field, document.Truth));
    }

    private static object Describe(Target target, Measured measured)
    {
        var fields = measured.Trials.ToDictionary(entry => entry.Key, entry => Bins(entry.Value));
        fields["*"] = Bins([.. measured.Trials.Values.SelectMany(list => list)]);
        return new
        {
            process = target.Process,
            element = target.Element,
            model = measured.Model,
            measuredOn = Told(measured.Answers.Count, target.Seed),
            measuredAt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            fields,
        };
    }

    private static string Told(int count, int? seed) =>
        seed is null ? string.Create(CultureInfo.InvariantCulture, $"{count} documents")
            : string.Create(CultureInfo.InvariantCulture, $"{count} documents, seed {seed}");

    private static object[] Bins(List<Trial> trials) =>
        [.. BinnedFit.Fit(trials, LeastPerBin).Select(bin => new { from = bin.From, to = bin.To, calibrated = Math.Round(bin.Calibrated, 4), n = bin.Count })];

    private static void Print(Measured measured)
    {
        Console.WriteLine("field       n   right [90 % bounds]       calibration error");
        foreach (var (name, trials) in measured.Trials)
        {
            var right = trials.Count(trial => trial.Right);
            var bounds = Intervals.ClopperPearson(right, trials.Count, 0.9);
            var share = string.Create(CultureInfo.InvariantCulture,
                $"{right * 100.0 / trials.Count,5:0.0} % [{bounds.Low * 100,5:0.0}..{bounds.High * 100,5:0.0}]");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-9}{trials.Count,4}   {share}   {CalibrationError.EqualWidth(trials, 15):0.000}"));
        }
    }

    private static int? Seed(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.TryGetProperty("seed", out var seed) && seed.TryGetInt32(out var number) ? number : null;
    }

    private sealed record Target(string Process, string Element, int? Seed);

    /// <summary>The answers of each document by field, and the reader with its rules.</summary>
    private sealed record Measured(IReadOnlyList<IReadOnlyDictionary<string, Trial>> Answers, string Model)
    {
        public SortedDictionary<string, List<Trial>> Trials { get; } = new(
            Answers.SelectMany(document => document).GroupBy(answer => answer.Key, answer => answer.Value)
                .ToDictionary(group => group.Key, group => group.ToList()), StringComparer.Ordinal);
    }
}
