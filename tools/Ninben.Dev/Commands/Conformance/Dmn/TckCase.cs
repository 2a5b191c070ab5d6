using Ninben.Feel;

namespace Ninben.Dev.Commands.Conformance.Dmn;

/// <summary>A test case of the DMN TCK: what is invoked, with which inputs, and what it should answer.</summary>
/// <param name="Folder">Level and folder, as in "compliance-level-3/0068-feel-equality".</param>
/// <param name="File">Name of the test file without its ending.</param>
/// <param name="Type">decision, bkm or decisionService.</param>
internal sealed record TckCase(
    string Folder, string File, string Id, string Type, string? Invocable, FeelContext Inputs, IReadOnlyList<TckResult> Results)
{
    /// <summary>Whether a value other than null is wanted; an engine that always answers null passes all others.</summary>
    public bool WantsValue => Results.Any(result => !result.Expected.IsNull);
}

/// <summary>One wanted value; an error is wanted as null, with a note that says why.</summary>
internal sealed record TckResult(string Name, FeelValue Expected, bool IsError);
