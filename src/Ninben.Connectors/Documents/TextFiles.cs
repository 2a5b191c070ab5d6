namespace Ninben.Connectors.Documents;

/// <summary>Whether plain text is taken as a document.</summary>
public enum TextFiles
{
    /// <summary>Only pictures and PDF.</summary>
    Refuse,

    /// <summary>UTF-8 text too: for samples and machines without OCR.</summary>
    Accept,
}
