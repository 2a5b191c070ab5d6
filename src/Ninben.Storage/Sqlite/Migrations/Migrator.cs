using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>Brings a database to the newest schema, one recorded migration after the other.</summary>
internal static class Migrator
{
    /// <summary>Applies what is missing, each migration in its own transaction.</summary>
    /// <exception cref="StorageException">The database was written by a newer Ninben.</exception>
    public static void Run(SqliteDatabase database, DateTimeOffset now)
    {
        database.Execute("create table if not exists migrations (number integer primary key, name text not null, at integer not null)");
        var applied = database.Number("select coalesce(max(number), 0) from migrations");
        var newest = MigrationCatalogue.All[^1].Number;
        if (applied > newest)
            throw new StorageException($"The database has schema {applied}; this Ninben knows {newest}. Start the newer version.");

        foreach (var migration in MigrationCatalogue.All)
        {
            if (migration.Number <= applied) continue;
            database.Execute("begin immediate");
            database.Execute(migration.Sql);
            using (var record = database.Prepare("insert into migrations values (?1, ?2, ?3)"))
                record.Bind(1, migration.Number).Bind(2, migration.Name).Bind(3, now.ToUnixTimeMilliseconds()).Run();
            database.Execute("commit");
        }
    }
}
