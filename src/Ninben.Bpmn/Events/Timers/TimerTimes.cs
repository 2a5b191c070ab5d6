using System.Globalization;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events.Timers;

/// <summary>What the text of a timer means.</summary>
internal static class TimerTimes
{
    /// <summary>Repeats without end.</summary>
    public const int Endless = -1;

    /// <summary>When the timer fires first, how long a repeating one then waits, and how often it fires after that; null for a faulty text.</summary>
    public static (DateTimeOffset Due, TimeSpan? Every, int Repeats)? First(string text, TimerForm form, DateTimeOffset at)
    {
        switch (form)
        {
            case TimerForm.Date:
                return IsoTime.Instant(text) is { } instant ? (instant, null, 0) : null;
            case TimerForm.Duration:
                return IsoTime.Duration(text) is { } span ? (at + span, null, 0) : null;
            default:
                return Cycle(text) is { } cycle ? ((cycle.Start ?? at) + cycle.Every, cycle.Every, cycle.Times < 0 ? Endless : cycle.Times - 1) : null;
        }
    }

    public static bool IsUsable(string text, TimerForm form) => First(text, form, DateTimeOffset.UnixEpoch) is not null;

    public static string Expected(TimerForm form) => form switch
    {
        TimerForm.Duration => "a duration such as PT4H",
        TimerForm.Date => "an instant such as 2030-01-31T12:00:00Z",
        _ => "a repeating interval such as R3/PT10S",
    };

    /// <summary>ISO 8601 <c>R[n]/[start/]duration</c>; an interval of zero would fire without end at once and is refused.</summary>
    private static (int Times, DateTimeOffset? Start, TimeSpan Every)? Cycle(string text)
    {
        var parts = text.Split('/');
        if (parts.Length is not (2 or 3) || parts[0] is not ['R', ..]) return null;
        var times = Endless;
        if (parts[0].Length > 1 && !(int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out times) && times > 0)) return null;
        if (IsoTime.Duration(parts[^1]) is not { } every || every <= TimeSpan.Zero) return null;
        if (parts.Length == 2) return (times, null, every);
        return IsoTime.Instant(parts[1]) is { } start ? (times, start - every, every) : null;
    }
}
