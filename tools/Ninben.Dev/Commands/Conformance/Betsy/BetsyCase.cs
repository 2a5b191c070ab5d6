using System.Text.Json;

namespace Ninben.Dev.Commands.Conformance.Betsy;

/// <summary>One case of the suite: a process, its inputs, and the tokens that must appear.</summary>
/// <param name="Group">Folder.</param>
/// <param name="Name">Process and file name without extension.</param>
/// <param name="Input">Value of the variable <c>test</c>.</param>
/// <param name="Whole">Value of <c>integerVariable</c>.</param>
/// <param name="Delay">How long the engine is given.</param>
/// <param name="IsParallel">Whether the second process of the model is started too.</param>
/// <param name="Trace">The tokens.</param>
internal sealed record BetsyCase(string Group, string Name, string? Input, int Whole, TimeSpan Delay, bool IsParallel, IReadOnlyList<string> Trace)
{
    /// <summary>All cases of <c>cases.json</c> in a folder.</summary>
    public static IEnumerable<BetsyCase> ReadAll(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "cases.json")));
        foreach (var process in document.RootElement.EnumerateArray())
            foreach (var one in process.GetProperty("cases").EnumerateArray())
                yield return new BetsyCase(process.GetProperty("group").GetString()!, process.GetProperty("name").GetString()!,
                    one.GetProperty("input").GetString(), one.GetProperty("integerVariable").GetInt32(),
                    TimeSpan.FromMilliseconds(one.GetProperty("delayMs").GetInt32()), one.GetProperty("parallel").GetBoolean(),
                    [.. one.GetProperty("trace").EnumerateArray().Select(token => token.GetString()!)]);
    }

    public override string ToString() => $"{Group}/{Name}{(Input is null ? "" : $" test={Input}")}{(Whole == 0 ? "" : $" integerVariable={Whole}")}";
}
