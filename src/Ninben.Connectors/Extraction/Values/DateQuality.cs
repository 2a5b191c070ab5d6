namespace Ninben.Connectors.Extraction.Values;

/// <summary>How well a date was legible.</summary>
internal enum DateQuality
{
    /// <summary>Plain digits or a month's name, with a year of four digits.</summary>
    Clean,

    /// <summary>Plain, with a year of two digits.</summary>
    ShortYear,

    /// <summary>A sign had to be taken for a digit or for a separator.</summary>
    Repaired,
}
