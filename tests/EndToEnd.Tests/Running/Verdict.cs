using System.Text.Json.Nodes;
using Ninben.Feel;
using Ninben.Testing.Samples;

namespace EndToEnd.Tests.Running;

/// <summary>Verdicts as a conscientious person gives them: everything flagged is confirmed, every document opened.</summary>
internal static class Verdict
{
    /// <summary>The request for a scripted verdict on what a review shows.</summary>
    public static JsonObject Of(JsonObject review, ScriptedVerdict script)
    {
        var proposal = review["content"]!["proposal"]!;
        var offered = review["content"]!["reasons"]!.AsArray();
        var changes = script.Changes.Select(change => (JsonNode)new JsonObject
        {
            ["name"] = change.Key,
            ["before"] = proposal["answer"]![change.Key]!.DeepClone(),
            ["after"] = JsonNode.Parse(FeelJson.ToJson(change.Value)),
        });
        return new JsonObject
        {
            ["kind"] = script.Kind,
            ["shown"] = (string)review["shown"]!,
            ["reasons"] = new JsonArray([.. script.Reasons.Select(code => (JsonNode)new JsonObject
            {
                ["code"] = code, ["text"] = (string?)offered.FirstOrDefault(o => (string)o!["code"]! == code)?["text"] ?? code,
            })]),
            ["changes"] = new JsonArray([.. changes]),
            ["confirmed"] = new JsonArray([.. proposal["fields"]!.AsArray().Select(f => f!["name"]!.DeepClone())]),
            ["evidenceOpened"] = new JsonArray([.. proposal["evidence"]!.AsArray().Select(e => e!["hash"]!.DeepClone())]),
            ["note"] = script.Note,
        };
    }

    public static JsonObject Approve(JsonObject review) => Of(review, new ScriptedVerdict("", "approve", [], null, FeelContext.Empty));
}
