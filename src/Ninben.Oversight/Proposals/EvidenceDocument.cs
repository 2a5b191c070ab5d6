namespace Ninben.Oversight.Proposals;

/// <summary>An immutable document that the proposal relies on, named by its content hash.</summary>
/// <param name="Hash">SHA-256, 64 lower-case hex digits.</param>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c>, <c>application/pdf</c> or <c>text/plain</c>.</param>
/// <param name="Pages">1 or more.</param>
/// <param name="Name">File name as given by the sender, for display only.</param>
public sealed record EvidenceDocument(string Hash, string MediaType, int Pages, string? Name = null);
