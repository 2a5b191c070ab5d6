namespace Ninben.Testing.Samples;

/// <summary>In which form a sample's documents are stored.</summary>
public enum SampleForm
{
    /// <summary>Scans, as they come.</summary>
    Scans,

    /// <summary>Plain text, for machines without OCR; only some cases have it.</summary>
    Text,
}
