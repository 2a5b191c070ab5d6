using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>Checks a bundle on its own: the chain of its facts, and that every model in it is the one that the facts name.</summary>
public static class BundleCheck
{
    /// <summary>What was found. A bundle without facts, or of another format, is a problem too.</summary>
    public static AuditReport Run(CaseBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var id = new CaseId(bundle.Case);
        if (bundle.Format != CaseBundle.CurrentFormat || bundle.Facts.IsDefaultOrEmpty || bundle.Models.IsDefault)
            return new AuditReport(0, 0, [new AuditProblem(id, 0, $"Expected a bundle of format {CaseBundle.CurrentFormat} with facts, found '{bundle.Format}'.")]);

        var facts = new List<StoredFact>();
        var problems = new List<AuditProblem>();
        var models = new Dictionary<string, CaseBundle.BundledModel>();
        foreach (var model in bundle.Models)
        {
            if (HashOf(model) != model.Hash)
                problems.Add(new AuditProblem(id, 0, string.Create(CultureInfo.InvariantCulture, $"The {model.Kind} model {model.Id} version {model.Version} is not the one with the hash that stands beside it.")));
            else models[model.Hash] = model;
        }

        foreach (var row in bundle.Facts)
        {
            var body = Encoding.UTF8.GetBytes(row.Body);
            facts.Add(new StoredFact(0, id, row.Sequence, row.At, row.By, row.Cause, row.Type, body, Bytes(row.Hash)));
            foreach (var (kind, hash) in ModelsIn(row.Type, body))
                if (!models.ContainsKey(hash))
                    problems.Add(new AuditProblem(id, row.Sequence, $"The {kind} model {hash} that this fact names is not in the bundle."));
        }

        return new AuditReport(1, facts.Count, [.. ChainVerifier.CheckChain(facts), .. problems]);
    }

    private static IEnumerable<(string Kind, string Hash)> ModelsIn(string type, byte[] body)
    {
        try
        {
            return CaseExport.ModelsOf(FactCatalogue.Read(type, body));
        }
        catch (JsonException)
        {
            // The chain check says what is wrong with this fact.
            return [];
        }
    }

    private static string HashOf(CaseBundle.BundledModel model)
    {
        var bytes = new byte[model.Base64.Length];
        return Convert.TryFromBase64String(model.Base64, bytes, out var length) ? Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))) : "";
    }

    private static byte[] Bytes(string hex)
    {
        var bytes = new byte[hex.Length / 2];
        return Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : [];
    }
}
