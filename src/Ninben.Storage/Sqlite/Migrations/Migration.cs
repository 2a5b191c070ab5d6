namespace Ninben.Storage.Sqlite.Migrations;

/// <summary>One numbered change of the schema. Released ones are never edited; a new change is a new number.</summary>
internal sealed record Migration(int Number, string Name, string Sql);
