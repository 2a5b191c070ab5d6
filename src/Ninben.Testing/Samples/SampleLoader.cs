using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Testing.Samples;

/// <summary>Reads folders of samples/. A faulty file throws <see cref="FormatException"/> naming the file and what is missing.</summary>
public static class SampleLoader
{
    /// <summary>Every sample below a folder, by name.</summary>
    public static IReadOnlyList<Sample> LoadAll(string samplesFolder) =>
        [.. Directory.EnumerateFiles(samplesFolder, "cases.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Load(Path.GetDirectoryName(file)!))];

    /// <summary>One sample.</summary>
    public static Sample Load(string folder)
    {
        var cases = Parse(Path.Combine(folder, "cases.json"));
        var expected = Parse(Path.Combine(folder, "expected.json"));
        var process = Text(cases, "process", folder);
        var byKey = expected["cases"].AsList().ToDictionary(entry => Text(entry, "businessKey", folder), entry =>
            ReadExpected(entry, folder), StringComparer.Ordinal);
        var read = cases["cases"].AsList().Select(entry => ReadCase(process, entry, byKey, folder)).ToImmutableArray();
        var calibration = Path.Combine(folder, "calibration.json");
        return new Sample(Path.GetFileName(folder), File.ReadAllBytes(Path.Combine(folder, "process.bpmn")),
            File.ReadAllBytes(Path.Combine(folder, "decisions.dmn")),
            File.Exists(calibration) ? (ReadOnlyMemory<byte>?)File.ReadAllBytes(calibration) : null, read, expected["calibrated"] == FeelValue.True);
    }

    private static SampleCase ReadCase(string process, FeelValue entry, Dictionary<string, ExpectedCase> expected, string folder)
    {
        var key = Text(entry, "businessKey", folder);
        if (!expected.TryGetValue(key, out var outcome)) throw new FormatException($"{folder}: expected.json has nothing for the case '{key}'.");
        return new SampleCase(process, key, Context(entry["variables"]), Files(entry["documents"], folder), Files(entry["textDocuments"], folder), outcome);
    }

    private static ExpectedCase ReadExpected(FeelValue entry, string folder) => new(Text(entry, "element", folder), Text(entry["gate"], "outcome", folder),
        Texts(entry["gate"]["reasons"]), Verdict(entry["verdict"], folder), Verdict(entry["task"], folder), Text(entry, "end", folder),
        [.. (entry["ledger"].Kind == FeelKind.List ? entry["ledger"].AsList() : entry["ledger"].IsNull ? [] : [entry["ledger"]])
            .Select(posted => new ExpectedEntry(Text(posted, "book", folder), Context(posted["body"])))])
    {
        Then = entry["then"].IsNull ? []
            : [.. entry["then"].AsList().Select(step => new ScriptedStep(Verdict(step["verdict"], folder), Message(step["message"], folder)))],
    };

    private static ScriptedMessage? Message(FeelValue entry, string folder) =>
        entry.IsNull ? null : new ScriptedMessage(Text(entry, "name", folder), Text(entry, "key", folder), entry["payload"]);

    private static ScriptedVerdict? Verdict(FeelValue entry, string folder) => entry.IsNull ? null
        : new ScriptedVerdict(Text(entry, "by", folder), Text(entry, "kind", folder), Texts(entry["reasons"]),
            entry["note"].IsNull ? null : entry["note"].AsString(), Context(entry["changes"]));

    private static ImmutableDictionary<string, SampleFile> Files(FeelValue files, string folder) =>
        Context(files).ToImmutableDictionary(file => file.Key, file => ReadFile(file.Value.AsString(), folder), StringComparer.Ordinal);

    private static SampleFile ReadFile(string name, string folder)
    {
        var path = Path.Combine(folder, "documents", name);
        var type = Path.GetExtension(name) switch
        {
            ".jpg" => "image/jpeg",
            ".png" => "image/png",
            ".pdf" => "application/pdf",
            ".txt" => "text/plain",
            _ => throw new FormatException($"{path}: expected .jpg, .png, .pdf or .txt."),
        };
        return new SampleFile(name, type, File.ReadAllBytes(path));
    }

    private static FeelValue Parse(string path)
    {
        try
        {
            return FeelJson.Parse(File.ReadAllBytes(path));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }
    }

    private static FeelContext Context(FeelValue value) => value.Kind == FeelKind.Context ? value.AsContext() : FeelContext.Empty;

    private static ImmutableArray<string> Texts(FeelValue value) => value.IsNull ? [] : [.. value.AsList().Select(item => item.AsString())];

    private static string Text(FeelValue owner, string name, string folder) =>
        owner[name] is { Kind: FeelKind.String } value ? value.AsString() : throw new FormatException($"{folder}: expected '{name}', found nothing.");
}
