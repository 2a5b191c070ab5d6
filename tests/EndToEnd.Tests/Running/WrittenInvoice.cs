using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Running;

/// <summary>An invoice as a test wants it to be proposed: its fields, and which of them are in doubt.</summary>
public sealed record WrittenInvoice(string Number, decimal Total, ImmutableArray<string> Doubtful)
{
    /// <summary>Hash of the document that belongs to it, or null.</summary>
    public string? Document { get; init; }

    public JsonObject ToVariables() => new()
    {
        ["wanted"] = new JsonObject { ["number"] = Number, ["vendor"] = "Northwind Bearings", ["date"] = "2026-10-08", ["total"] = Total },
        ["doubtful"] = new JsonArray([.. Doubtful.Select(name => JsonValue.Create(name))]),
        ["document"] = Document,
    };
}
