namespace Ninben.Connectors.Extraction.Values;

/// <summary>Dates in a text, for comparing values that people wrote in many forms.</summary>
public static class DatesIn
{
    /// <summary>The first date in the text, day before month where both may be; null when there is none.</summary>
    public static DateOnly? DayFirst(string text) => DateReader.Read(text, DayOrder.DayFirst) is [var first, ..] ? first.Value : null;
}
