using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>
/// One case as one JSON file that proves itself: every fact with its hash, the models that it pinned, the hashes of its documents. Facts' bodies stand in
/// it byte for byte as they were hashed, so the file must not be reformatted.
/// </summary>
public sealed class CaseExport(IFactReader facts, IDeployments deployments, TimeProvider time)
{
    /// <summary>Value of the bundle's <c>format</c>.</summary>
    public const string Format = "ninben-case-bundle.v1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bundle in UTF-8, or null when there is no such case.</summary>
    public async Task<ReadOnlyMemory<byte>?> Write(CaseId id, CancellationToken cancellationToken)
    {
        var stored = new List<StoredFact>();
        await foreach (var fact in facts.Read(id, 1, cancellationToken)) stored.Add(fact);
        if (stored.Count == 0) return null;

        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("case", id.Value);
        json.WriteString("exportedAt", time.GetUtcNow());
        WriteFacts(json, stored);
        WriteModels(json, stored);
        WriteDocuments(json, stored);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        return buffer.WrittenMemory;
    }

    private static void WriteFacts(Utf8JsonWriter json, List<StoredFact> stored)
    {
        json.WriteStartArray("facts");
        foreach (var fact in stored)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", fact.Sequence);
            json.WriteString("at", fact.At);
            json.WriteStartObject("by");
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(fact.By.Kind.ToString()));
            json.WriteString("id", fact.By.Id);
            json.WriteString("name", fact.By.Name);
            json.WriteEndObject();
            json.WriteString("cause", fact.Cause);
            json.WriteString("type", fact.Type);
            json.WriteString("hash", Convert.ToHexStringLower(fact.Hash.Span));
            json.WritePropertyName("body");
            json.WriteRawValue(fact.Body.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteModels(Utf8JsonWriter json, List<StoredFact> stored)
    {
        var wanted = stored.SelectMany(fact => ModelHashes(FactCatalogue.Read(fact.Type, fact.Body.Span))).ToHashSet();
        json.WriteStartArray("models");
        foreach (var model in deployments.List("process").Concat(deployments.List("decisions")).Where(model => wanted.Contains(model.Hash)))
        {
            if (deployments.Source(model.Kind, model.Id, model.Version) is not { } bytes) continue;
            json.WriteStartObject();
            json.WriteString("kind", model.Kind);
            json.WriteString("id", model.Id);
            json.WriteNumber("version", model.Version);
            json.WriteString("hash", model.Hash);
            json.WriteString("source", Encoding.UTF8.GetString(bytes.Span));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDocuments(Utf8JsonWriter json, List<StoredFact> stored)
    {
        json.WriteStartArray("documents");
        foreach (var document in stored.SelectMany(fact => Evidence(FactCatalogue.Read(fact.Type, fact.Body.Span))).DistinctBy(document => document.Hash))
        {
            json.WriteStartObject();
            json.WriteString("hash", document.Hash);
            json.WriteString("mediaType", document.MediaType);
            json.WriteNumber("pages", document.Pages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Hashes of the models that a fact names.</summary>
    internal static IEnumerable<string> ModelHashes(Fact? fact) => fact switch
    {
        CaseOpened opened => [opened.Hash],
        GateJudged judged => [judged.Judgement.Policy.Hash],
        DecisionEvaluated evaluated => [evaluated.Decision.Hash],
        _ => [],
    };

    private static ImmutableArray<EvidenceDocument> Evidence(Fact? fact) => fact switch
    {
        ProposalMade made => made.Proposal.Evidence,
        ReviewOpened opened => opened.Content.Proposal.Evidence,
        _ => [],
    };
}
