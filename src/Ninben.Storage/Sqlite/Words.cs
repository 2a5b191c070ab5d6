using System.Collections.Concurrent;
using System.Globalization;
using Ninben.Oversight.Subjects;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>
/// Numbers for texts that repeat. The writer adds words; everyone reads them. All words stay in memory: there are as many as people,
/// groups, process versions and fact types.
/// </summary>
internal sealed class Words
{
    private readonly ConcurrentDictionary<(WordKind, string), long> codes = new();
    private readonly ConcurrentDictionary<long, string> texts = new();
    private readonly ConcurrentDictionary<string, byte> typeCodes = new();
    private readonly ConcurrentDictionary<byte, string> typeNames = new();
    private readonly ConcurrentDictionary<Actor, long> actors = new();
    private readonly ConcurrentDictionary<long, Actor> actorsByCode = new();
    private readonly List<Action> undo = [];

    public void Load(SqliteDatabase database)
    {
        using var words = database.Prepare("select code, kind, text from words");
        while (words.Step()) Remember((WordKind)words.Small(1), words.Text(2), words.Number(0));
        using var types = database.Prepare("select code, name from fact_types");
        while (types.Step()) RememberType(types.Text(1), (byte)types.Small(0));
    }

    /// <summary>The code of a word, added when new. Writer only, inside its transaction.</summary>
    public long Add(SqliteDatabase database, WordKind kind, string text)
    {
        if (codes.TryGetValue((kind, text), out var code)) return code;
        using var insert = database.Statement("insert into words (kind, text) values (?1, ?2) returning code");
        insert.Bind(1, (long)kind).Bind(2, text).Step();
        code = insert.Number(0);
        Remember(kind, text, code);
        undo.Add(() =>
        {
            codes.TryRemove((kind, text), out _);
            texts.TryRemove(code, out _);
        });
        return code;
    }

    /// <summary>The code of an actor, added when new.</summary>
    public long Add(SqliteDatabase database, Actor actor)
    {
        if (actors.TryGetValue(actor, out var code)) return code;
        code = Add(database, WordKind.Actor, $"{(int)actor.Kind}|{actor.Id.Replace('|', '/')}|{actor.Name}");
        actors[actor] = code;
        undo.Add(() => actors.TryRemove(actor, out _));
        return code;
    }

    /// <summary>The code of a process version, added when new.</summary>
    public long Add(SqliteDatabase database, string process, int version) =>
        Add(database, WordKind.Process, string.Create(CultureInfo.InvariantCulture, $"{version}|{process}"));

    /// <summary>The one-byte code of a fact type, added when new.</summary>
    public byte AddType(SqliteDatabase database, string name)
    {
        if (typeCodes.TryGetValue(name, out var code)) return code;
        code = checked((byte)(database.Number("select coalesce(max(code), 0) from fact_types") + 1));
        using var insert = database.Statement("insert into fact_types (code, hex, name) values (?1, ?2, ?3)");
        insert.Bind(1, code).Bind(2, code.ToString("X2", CultureInfo.InvariantCulture)).Bind(3, name).Run();
        RememberType(name, code);
        undo.Add(() =>
        {
            typeCodes.TryRemove(name, out _);
            typeNames.TryRemove(code, out _);
        });
        return code;
    }

    /// <summary>The words added since the last call are stored.</summary>
    public void Keep() => undo.Clear();

    /// <summary>The words added since the last <see cref="Keep"/> were rolled back.</summary>
    public void Forget()
    {
        foreach (var action in undo) action();
        undo.Clear();
    }

    public long? Find(WordKind kind, string text) => codes.TryGetValue((kind, text), out var code) ? code : null;

    public string Text(long code) => texts.TryGetValue(code, out var text) ? text : "";

    /// <summary>Every word of a kind.</summary>
    public IEnumerable<KeyValuePair<string, long>> All(WordKind kind) =>
        codes.Where(pair => pair.Key.Item1 == kind).Select(pair => KeyValuePair.Create(pair.Key.Item2, pair.Value));

    /// <summary>Wire name of a type code; a text that no catalogue knows when the code is unknown.</summary>
    public string TypeName(byte code) => typeNames.TryGetValue(code, out var name) ? name
        : string.Create(CultureInfo.InvariantCulture, $"unknown-type-{code}");

    public IEnumerable<KeyValuePair<string, byte>> Types => typeCodes;

    public Actor Actor(long code)
    {
        if (actorsByCode.TryGetValue(code, out var actor)) return actor;
        var parts = Text(code).Split('|', 3);
        actor = parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
            ? new Actor((ActorKind)kind, parts[1], parts[2])
            : new Actor(ActorKind.System, "unknown", "unknown");
        return actorsByCode.GetOrAdd(code, actor);
    }

    /// <summary>Process id and version of a code.</summary>
    public (string Id, int Version) Process(long code)
    {
        var parts = Text(code).Split('|', 2);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (parts[1], version)
            : ("", 0);
    }

    private void Remember(WordKind kind, string text, long code)
    {
        codes[(kind, text)] = code;
        texts[code] = text;
    }

    private void RememberType(string name, byte code)
    {
        typeCodes[name] = code;
        typeNames[code] = name;
    }
}
