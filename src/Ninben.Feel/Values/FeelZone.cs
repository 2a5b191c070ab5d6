using System.Globalization;

namespace Ninben.Feel.Values;

/// <summary>The zone of a time: a fixed offset, or a region of the IANA time zone database.</summary>
internal sealed class FeelZone : IEquatable<FeelZone>
{
    // ISO 8601 readers agree on this bound, which the conformance suite tests.
    private const int MaximumOffsetSeconds = 18 * 3600;

    private const long LastDayOfDateTime = 2_932_896;

    private readonly int _offsetSeconds;
    private readonly TimeZoneInfo? _region;

    private FeelZone(string? id, int offsetSeconds, TimeZoneInfo? region)
    {
        Id = id;
        _offsetSeconds = offsetSeconds;
        _region = region;
    }

    public static FeelZone Utc { get; } = new(null, 0, null);

    /// <summary>The region's name; null for a fixed offset.</summary>
    public string? Id { get; }

    public bool IsRegion => Id is not null;

    public static FeelZone OfOffset(int seconds) => seconds == 0 ? Utc : new(null, seconds, null);

    public static bool IsValidOffset(int seconds) => Math.Abs(seconds) <= MaximumOffsetSeconds;

    public static FeelZone? TryRegion(string id)
    {
        if (id is "Z" or "z" || id.Length == 0) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? region) ? new(id, (int)region.BaseUtcOffset.TotalSeconds, region) : null;
    }

    /// <summary>Seconds east of Greenwich at that local date and time.</summary>
    public int OffsetAt(long days, long nanoseconds)
    {
        if (_region is null) return _offsetSeconds;
        // System.DateTime knows the years 1 to 9999; outside of them the region's base offset holds.
        if (days < -Calendar.DaysToEpoch || days > LastDayOfDateTime) return _offsetSeconds;
        long ticks = ((days + Calendar.DaysToEpoch) * TimeSpan.TicksPerDay) + (nanoseconds / 100);
        return (int)_region.GetUtcOffset(new DateTime(ticks, DateTimeKind.Unspecified)).TotalSeconds;
    }

    /// <summary>Seconds east of Greenwich when no date is known.</summary>
    public int BaseOffset => _offsetSeconds;

    public string Suffix => IsRegion ? "@" + Id : OffsetText(_offsetSeconds);

    public bool Equals(FeelZone? other) => other is not null && other.Id == Id && other._offsetSeconds == _offsetSeconds;

    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    public override int GetHashCode() => HashCode.Combine(Id, _offsetSeconds);

    private static string OffsetText(int seconds)
    {
        if (seconds == 0) return "Z";
        int size = Math.Abs(seconds);
        string text = string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
    }
}
