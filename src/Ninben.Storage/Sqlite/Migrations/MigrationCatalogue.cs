namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Every migration, in order, one line each.</summary>
internal static class MigrationCatalogue
{
    public static IReadOnlyList<Migration> All { get; } =
    [
        Migration0001.Streams,
        Migration0002.Views,
        Migration0003.Models,
        Migration0004.Messages,
        Migration0005.Suspension,
        Migration0006.Operations,
        Migration0007.SuspendedReviews,
    ];
}
