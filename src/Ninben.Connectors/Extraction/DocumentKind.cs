namespace Ninben.Connectors.Extraction;

/// <summary>What kind of document is expected.</summary>
public enum DocumentKind
{
    /// <summary>Told from the words.</summary>
    Auto,

    /// <summary>An invoice: number, net, tax and total are expected.</summary>
    Invoice,

    /// <summary>A till receipt: only vendor, date and total are expected.</summary>
    Receipt,
}
