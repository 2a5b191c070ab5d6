using Ninben.Runtime.Jobs;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>Where row changes are written: the connection, the words, and who is woken after the commit.</summary>
/// <param name="Database">The writer's connection.</param>
/// <param name="Words">Codes of groups.</param>
/// <param name="Due">Told of every work row that became due at a time (milliseconds).</param>
internal sealed record RowWriter(SqliteDatabase Database, Words Words, Action<WorkKind, long> Due);
