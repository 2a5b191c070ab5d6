using System.Text.Json;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Endpoints.Audit;

/// <summary>A fact as it lies in the store, with its place in the hash chain.</summary>
internal sealed record FactRow(long Sequence, long Position, string Case, DateTimeOffset At, Actor By, string Cause, string Type, JsonElement Body, string Hash)
{
    public static FactRow From(StoredFact fact)
    {
        using var body = JsonDocument.Parse(fact.Body);
        return new FactRow(fact.Sequence, fact.Position, fact.Case.Value, fact.At, fact.By, fact.Cause, fact.Type, body.RootElement.Clone(),
            Convert.ToHexStringLower(fact.Hash.Span));
    }
}
