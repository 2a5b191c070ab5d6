using System.Collections.Immutable;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Audit;

/// <summary>
/// Everything that is needed to check a case without a server: its facts with their hashes, the models that it ran on, and the hashes of its
/// documents. Written as one JSON file; see docs/api.md.
/// </summary>
/// <param name="Format">Always <c>ninben-case/1</c>.</param>
/// <param name="Case">Case id.</param>
/// <param name="ExportedAt">UTC.</param>
/// <param name="Facts">In order, from the first on.</param>
/// <param name="Models">BPMN and DMN models that facts refer to, by hash.</param>
/// <param name="Documents">Documents that proposals relied on.</param>
public sealed record CaseBundle(string Format, string Case, DateTimeOffset ExportedAt, ImmutableArray<CaseBundle.BundledFact> Facts,
    ImmutableArray<CaseBundle.BundledModel> Models, ImmutableArray<CaseBundle.BundledDocument> Documents)
{
    /// <summary>The one format there is.</summary>
    public const string CurrentFormat = "ninben-case/1";

    /// <summary>A fact. <c>Body</c> is the text whose UTF-8 bytes were hashed; it is a string so that re-indenting the file changes nothing.</summary>
    public sealed record BundledFact(long Sequence, DateTimeOffset At, Actor By, string Cause, string Type, string Body, string Hash);

    /// <summary>A model as deployed; <c>Hash</c> is the SHA-256 of the bytes in <c>Base64</c>.</summary>
    public sealed record BundledModel(string Kind, string Id, int Version, string Hash, string Base64);

    /// <summary>A document by hash; its bytes are not part of the bundle.</summary>
    public sealed record BundledDocument(string Hash, string MediaType, int Pages, string? Name);
}
