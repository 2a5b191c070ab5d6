using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ninben.Dev.Commands.Samples;

/// <summary>One line of documents.json: the file, what is truly on it and what is wrong with it.</summary>
/// <param name="File">Name beside documents.json.</param>
/// <param name="Kind"><c>invoice</c> or <c>receipt</c>.</param>
/// <param name="Flaws">Codes: two-dates, bank-changed, po-missing, wrong-sum, over-limit, unreadable.</param>
/// <param name="Scan"><c>clean</c>, <c>worn</c>, <c>drawn</c> (any quality), <c>unreadable</c> or <c>text</c>.</param>
/// <param name="Truth">The true values, by field.</param>
/// <param name="Expected">What the sample policy must say.</param>
internal sealed record SampleDocument(string File, string Kind, IReadOnlyList<string> Flaws, string Scan, object Truth, ExpectedGate Expected);

/// <summary><c>pass</c> or <c>hold</c>, and the reason codes that must be among those given.</summary>
internal sealed record ExpectedGate(string Outcome, IReadOnlyList<string> Reasons);

/// <summary>documents.json.</summary>
internal sealed record SampleDocuments(int Seed, IReadOnlyList<SampleDocument> Documents)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the vendor file: what the company knows of its suppliers' accounts, which the sample policy lists.</summary>
    public static Task WriteVendors(string folder, CancellationToken cancellationToken) => File.WriteAllTextAsync(Path.Combine(folder, "vendors.json"),
        JsonSerializer.Serialize(Vendor.All.Select(vendor => new { vendor.Name, vendor.Iban }), Json) + "\n", cancellationToken);

    /// <summary>Writes documents.json into a folder.</summary>
    public Task Write(string folder, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(folder, "documents.json"), JsonSerializer.Serialize(this, Json) + "\n", cancellationToken);
}
