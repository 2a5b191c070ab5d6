using Ninben.Runtime.Deployments;

namespace Ninben.Storage.Sqlite;

/// <summary>Deployed models in SQLite.</summary>
internal sealed class SqliteDeploymentStore(SqliteStore store) : IDeploymentStore
{
    public IReadOnlyList<StoredModel> LoadAll() =>
        store.Readers.Read(database =>
        {
            var models = new List<StoredModel>();
            using var rows = database.Statement("select kind, id, name, version, hash, at, by, source, bytes from deployments order by rowid");
            while (rows.Step())
            {
                models.Add(new StoredModel(new DeployedModel(rows.Text(0), rows.Text(1), rows.Text(2), rows.Small(3), rows.Text(4),
                    Times.At(rows.Number(5)), rows.Text(6), rows.TextOrNull(7)), rows.Blob(8).ToArray()));
            }

            return models;
        });

    public async Task Save(StoredModel model, CancellationToken cancellationToken) => await store.Write(turn =>
    {
        using var insert = turn.Database.Statement("""
            insert into deployments (kind, id, version, name, hash, at, by, source, bytes) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
        var row = model.Model;
        insert.Bind(1, row.Kind).Bind(2, row.Id).Bind(3, row.Version).Bind(4, row.Name).Bind(5, row.Hash)
            .Bind(6, row.DeployedAt.ToUnixTimeMilliseconds()).Bind(7, row.DeployedBy).Bind(8, row.Source).Bind(9, model.Bytes.Span).Run();
        return true;
    }, cancellationToken);
}
