using System.Text;
using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Oversight;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>Checks an exported case without any database: its chain, and that its models are the ones that its facts pinned.</summary>
public static class BundleVerifier
{
    /// <summary>Every problem found; none means that the bundle agrees with itself.</summary>
    public static AuditReport Verify(ReadOnlyMemory<byte> bundle)
    {
        var none = new CaseId("");
        try
        {
            using var document = JsonDocument.Parse(bundle);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != CaseExport.Format)
                return new AuditReport(0, 0, [new AuditProblem(none, 0, $"Expected a file of format {CaseExport.Format}.")]);
            var id = new CaseId(root.GetProperty("case").GetString() ?? "");
            var facts = root.GetProperty("facts").EnumerateArray().Select(fact => Read(id, fact)).ToList();
            var problems = new List<AuditProblem>(ChainVerifier.CheckChain(facts));
            if (problems.Count == 0) CheckModels(root, facts, problems);
            return new AuditReport(1, facts.Count, problems);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new AuditReport(0, 0, [new AuditProblem(none, 0, $"The file is not a case bundle: {fault.Message}")]);
        }
    }

    private static StoredFact Read(CaseId id, JsonElement fact)
    {
        var by = fact.GetProperty("by");
        var kind = by.GetProperty("kind").GetString() switch
        {
            "person" => ActorKind.Person,
            "key" => ActorKind.Key,
            _ => ActorKind.System,
        };
        return new StoredFact(0, id, fact.GetProperty("sequence").GetInt64(), fact.GetProperty("at").GetDateTimeOffset(),
            new Actor(kind, Text(by, "id"), Text(by, "name")), Text(fact, "cause"), Text(fact, "type"),
            Encoding.UTF8.GetBytes(fact.GetProperty("body").GetRawText()), Convert.FromHexString(Text(fact, "hash")));
    }

    private static void CheckModels(JsonElement root, List<StoredFact> facts, List<AuditProblem> problems)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in root.GetProperty("models").EnumerateArray())
        {
            var hash = ContentHash.OfText(Text(model, "source"));
            if (hash == Text(model, "hash")) present.Add(hash);
            else problems.Add(new AuditProblem(facts[0].Case, 0, $"Model {Text(model, "id")} is not what its hash says."));
        }

        foreach (var fact in facts)
        {
            foreach (var hash in CaseExport.ModelHashes(FactCatalogue.Read(fact.Type, fact.Body.Span)))
            {
                if (hash.Length == 64 && present.Add(hash))
                    problems.Add(new AuditProblem(fact.Case, fact.Sequence,
                        $"Fact {fact.Sequence} names a model with hash {hash} that the bundle does not hold."));
            }
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
