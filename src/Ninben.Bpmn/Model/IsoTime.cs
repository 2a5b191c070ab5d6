using System.Globalization;
using System.Xml;

namespace Ninben.Bpmn.Model;

/// <summary>ISO 8601 durations and instants in models and values.</summary>
internal static class IsoTime
{
    private const int LongestDays = 3_660;

    /// <summary>A days and time duration of 0 to ten years, or null. Years and months have no fixed length and are refused.</summary>
    public static TimeSpan? Duration(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (text.Length is 0 or > 40 || text.AsSpan(0, time < 0 ? text.Length : time).ContainsAny('Y', 'M')) return null;
        try
        {
            var span = XmlConvert.ToTimeSpan(text);
            return span < TimeSpan.Zero || span.TotalDays > LongestDays ? null : span;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>An instant; text without an offset counts as UTC. Null when it is none.</summary>
    public static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant : null;
}
