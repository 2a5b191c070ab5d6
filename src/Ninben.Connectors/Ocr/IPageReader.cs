namespace Ninben.Connectors.Ocr;

/// <summary>Reads the words of stored documents. What was read once is kept beside the document.</summary>
public interface IPageReader
{
    /// <summary>
    /// The words of every page. Throws <see cref="Ninben.Runtime.Jobs.ConnectorException"/> when there is no such document, a tool is missing,
    /// a limit was passed or the bytes are not a document.
    /// </summary>
    Task<DocumentText> Read(string hash, CancellationToken cancellationToken);
}
