namespace Ninben.Connectors.Documents;

/// <summary>What an upload was found to be: exactly one of the two is set.</summary>
public sealed record UploadReading(SniffedDocument? Document, UploadRefusal? Refusal)
{
    internal static UploadReading Of(string mediaType, int pages) => new(new SniffedDocument(mediaType, pages), null);

    internal static UploadReading Refuse(UploadRefusalKind kind, string message) => new(null, new UploadRefusal(kind, message));
}

/// <summary>A document as its own bytes say.</summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c>, <c>application/pdf</c> or <c>text/plain</c>.</param>
/// <param name="Pages">1 or more.</param>
public sealed record SniffedDocument(string MediaType, int Pages);

/// <summary>Why bytes are not taken, in a sentence that says what was expected and what was found.</summary>
public sealed record UploadRefusal(UploadRefusalKind Kind, string Message);

/// <summary>Families of refusals; the server turns <see cref="TooLarge"/> into 413 and the others into 415.</summary>
public enum UploadRefusalKind
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>More than 20 MB, or more pixels or pages than are read.</summary>
    TooLarge,

    /// <summary>The content is not what the name or the sender says.</summary>
    NotAsClaimed,

    /// <summary>None of the kinds that are taken.</summary>
    UnknownKind,

    /// <summary>Begins like a document but is cut off, has something behind its end, or contradicts itself.</summary>
    Damaged,
}
