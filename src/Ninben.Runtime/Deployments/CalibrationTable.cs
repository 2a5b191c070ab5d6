using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Runtime.Deployments;

/// <summary>
/// Measured shares of right answers by stated confidence, for one element and one model. A field without bins of its own uses those of
/// <c>*</c>; without any it stays uncalibrated.
/// </summary>
internal sealed class CalibrationTable
{
    private const string AnyField = "*";
    private readonly FrozenDictionary<string, ImmutableArray<Bin>> fields;

    private CalibrationTable(string process, string element, string? model, FrozenDictionary<string, ImmutableArray<Bin>> fields)
    {
        Process = process;
        Element = element;
        Model = model;
        this.fields = fields;
    }

    public string Process { get; }

    public string Element { get; }

    /// <summary>The model that was measured with its version, e.g. <c>tesseract-5.3.0+rules@2</c>; null for any.</summary>
    public string? Model { get; }

    /// <summary>Reads the JSON described in docs/calibration.md; every fault is a diagnostic.</summary>
    public static (CalibrationTable? Table, ImmutableArray<Diagnostic> Diagnostics) Read(ReadOnlyMemory<byte> json, string? source)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var bins = new Dictionary<string, ImmutableArray<Bin>>(StringComparer.Ordinal);
            foreach (var field in root.GetProperty("fields").EnumerateObject()) bins.Add(field.Name, [.. field.Value.EnumerateArray().Select(Bin.Read)]);
            var table = new CalibrationTable(Text(root, "process"), Text(root, "element"),
                root.TryGetProperty("model", out var model) ? model.GetString() : null, bins.ToFrozenDictionary(StringComparer.Ordinal));
            return (table, table.Check(source));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (null, [Fault(source, "calibration-malformed",
                $"Expected {{process, element, fields: {{name: [{{from, to, calibrated, n}}]}}}}, found: {fault.Message}")]);
        }
    }

    /// <summary>The proposal with calibrated confidences; <paramref name="reference"/> names this table, e.g. <c>invoice/read@3</c>.</summary>
    public Proposal Apply(Proposal proposal, string reference)
    {
        // Another version of the same model may be wrong elsewhere: what was measured of this one says nothing of it.
        if (Model is not null && Model != $"{proposal.Source.Model}@{proposal.Source.Version}") return WithoutCalibration(proposal);
        return Map(proposal, (name, confidence) => Calibrated(name, confidence.Stated) is { } calibrated
            ? new Confidence(confidence.Stated, calibrated, reference)
            : new Confidence(confidence.Stated));
    }

    /// <summary>Measured share of right answers of a field that states a confidence; null where nothing was measured.</summary>
    public decimal? Calibrated(string field, decimal stated) => Find(field, stated)?.Calibrated;

    /// <summary>The proposal with stated confidences only.</summary>
    public static Proposal WithoutCalibration(Proposal proposal) => Map(proposal, (_, confidence) => new Confidence(confidence.Stated));

    private static Proposal Map(Proposal proposal, Func<string, Confidence, Confidence> map) => proposal with
    {
        Confidence = proposal.Confidence is { } whole ? map(AnyField, whole) : null,
        Fields = [.. proposal.Fields.Select(field => field with { Confidence = map(field.Name, field.Confidence) })],
    };

    private Bin? Find(string field, decimal stated)
    {
        if (!fields.TryGetValue(field, out var bins) && !fields.TryGetValue(AnyField, out bins)) return null;
        foreach (var bin in bins)
            if (stated >= bin.From && (stated < bin.To || (bin.To >= 1 && stated <= bin.To))) return bin;
        return null;
    }

    private ImmutableArray<Diagnostic> Check(string? source)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (Process.Length == 0
            || Element.Length == 0) found.Add(Fault(source, "calibration-nameless", "Expected a process and an element, found an empty name."));
        foreach (var (name, bins) in fields)
        {
            foreach (var bin in bins)
            {
                if (bin.From < 0 || bin.To > 1 || bin.From >= bin.To || bin.Calibrated is < 0 or > 1)
                    found.Add(Fault(source, "calibration-range", $"Expected 0 <= from < to <= 1 and calibrated within 0..1, found {bin} in '{name}'."));
            }
        }

        return found.ToImmutable();
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? "";

    private static Diagnostic Fault(string? source, string code, string message) =>
        new(code, DiagnosticSeverity.Error, message, new SourceLocation(source, 1, 1, 0, 0), "See docs/calibration.md for the format.");

    private sealed record Bin(decimal From, decimal To, decimal Calibrated)
    {
        public static Bin Read(JsonElement json) => new(json.GetProperty("from").GetDecimal(), json.GetProperty("to").GetDecimal(),
            json.GetProperty("calibrated").GetDecimal());
    }
}
