using Ninben.Feel;

namespace Ninben.Dmn.Tests.Conformance;

/// <summary>A test case of the DMN TCK: the inputs, and the wanted values by decision.</summary>
internal sealed record TckCase(string Folder, string Id, string Type, string? Invocable, FeelContext Inputs,
    IReadOnlyList<(string Decision, FeelValue Expected)> Results)
{
    public bool IsNonNull => Results.Any(result => !result.Expected.IsNull);
}
