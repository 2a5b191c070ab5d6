namespace Ninben.Runtime.Starts;

/// <summary>When timer start events fire next. One row for each such event of the newest version of a process.</summary>
public interface IStartSchedule
{
    /// <summary>All rows.</summary>
    Task<IReadOnlyList<ScheduledStart>> List(CancellationToken cancellationToken);

    /// <summary>Writes a row.</summary>
    Task Set(ScheduledStart start, CancellationToken cancellationToken);
}

/// <summary>A timer start event with its next time.</summary>
/// <param name="Process">The process.</param>
/// <param name="Element">The start event.</param>
/// <param name="Version">The version that the times were computed for.</param>
/// <param name="Due">When it fires next; null when it has fired for the last time.</param>
/// <param name="Every">The pause of a cycle, or null.</param>
/// <param name="Repeats">How often it fires after <paramref name="Due"/>, -1 without end.</param>
public sealed record ScheduledStart(string Process, string Element, int Version, DateTimeOffset? Due, TimeSpan? Every, int Repeats);
