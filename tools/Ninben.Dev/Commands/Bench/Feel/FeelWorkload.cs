using System.Text.Json;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Feel;

/// <summary>An expression or unary tests, with its variables and the answer that is right.</summary>
internal sealed record WorkloadItem(string Id, string Group, bool IsUnary, string Text, FeelContext Variables, FeelValue Expected, decimal Tolerance)
{
    public FeelValue Input => Variables.TryGetValue("?", out FeelValue input) ? input : FeelValue.Null;

    public bool IsRight(FeelValue answer) => answer.Kind == FeelKind.Number && Expected.Kind == FeelKind.Number
        ? Math.Abs(answer.AsNumber() - Expected.AsNumber()) <= Tolerance
        : answer.Equals(Expected);
}

/// <summary>A table whose cells are unary tests, some input rows, and how many rules match each.</summary>
internal sealed record WorkloadTable(
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rules, IReadOnlyList<FeelContext> Inputs, IReadOnlyList<int> ExpectedHits);

/// <summary>An engine-neutral FEEL workload: a JSON file with <c>items</c> and one <c>table</c>.</summary>
internal sealed record FeelWorkload(IReadOnlyList<WorkloadItem> Items, WorkloadTable Table)
{
    public static FeelWorkload Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var table = document.RootElement.GetProperty("table");
        return new FeelWorkload(
            [.. document.RootElement.GetProperty("items").EnumerateArray().Select(Item)],
            new WorkloadTable(
                Texts(table.GetProperty("cols")),
                [.. table.GetProperty("rules").EnumerateArray().Select(Texts)],
                [.. table.GetProperty("inputs").EnumerateArray().Select(row => Value(row).AsContext())],
                [.. table.GetProperty("expectedHits").EnumerateArray().Select(hits => hits.GetInt32())]));
    }

    private static WorkloadItem Item(JsonElement item) => new(
        item.GetProperty("id").GetString()!,
        item.GetProperty("group").GetString()!,
        item.GetProperty("kind").GetString() == "unary",
        item.GetProperty("text").GetString()!,
        Value(item.GetProperty("ctx")).AsContext(),
        Value(item.GetProperty("expected")),
        item.TryGetProperty("tolerance", out var tolerance) ? tolerance.GetDecimal() : 0);

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static FeelValue Value(JsonElement json) => FeelJson.Parse(json.GetRawText());
}
