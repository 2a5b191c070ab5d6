using System.Collections.Immutable;
using System.Globalization;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>How account values stand in columns.</summary>
internal static class AccountText
{
    /// <summary>Names compare without regard to case.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Roles and groups are stored one per line: a name never holds a line break.</summary>
    public static string Lines(ImmutableArray<string> values) => string.Join('\n', values);

    public static ImmutableArray<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
