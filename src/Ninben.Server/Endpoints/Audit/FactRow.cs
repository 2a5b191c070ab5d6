using System.Text.Json.Nodes;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Endpoints.Audit;

/// <summary>A fact as it lies in the store, with its place in the hash chain.</summary>
internal sealed record FactRow(long Sequence, long Position, string Case, DateTimeOffset At, Actor By, string Cause, string Type, JsonObject Body, string Hash)
{
    public static FactRow From(StoredFact fact) => new(fact.Sequence, fact.Position, fact.Case.Value, fact.At, fact.By, fact.Cause, fact.Type,
        JsonNode.Parse(fact.Body.Span)!.AsObject(), Convert.ToHexStringLower(fact.Hash.Span));
}
