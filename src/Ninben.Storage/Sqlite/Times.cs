namespace Ninben.Storage.Sqlite;

/// <summary>Instants are stored as milliseconds since 1970, UTC.</summary>
internal static class Times
{
    public static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? OrNull(long? milliseconds) => milliseconds is { } value ? At(value) : null;
}
