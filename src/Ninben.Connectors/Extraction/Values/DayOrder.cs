namespace Ninben.Connectors.Extraction.Values;

/// <summary>Which of two small numbers is the day.</summary>
internal enum DayOrder
{
    /// <summary>Nothing in the document tells; the day is taken to come first, and the date is flagged.</summary>
    Unknown,

    /// <summary>25/12/2018.</summary>
    DayFirst,

    /// <summary>12/25/2018.</summary>
    MonthFirst,
}
