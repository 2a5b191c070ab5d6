using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>A context of a list of entries, each a context with key and value.</summary>
internal static class ContextOf
{
    public static Builtin Definition { get; } = Builtin.Of("context", "A context of a list of entries, each a context with key and value.",
        "entries: list",
        static (run, a) => Build(run, a[0].List));

    private static FeelValue Build(Run run, FeelList entries)
    {
        run.Steps(entries.Count);
        FeelContext.Builder builder = FeelContext.CreateBuilder();
        foreach (FeelValue entry in entries)
        {
            if (entry["key"].Kind != FeelKind.String || !entry.AsContext().ContainsKey("value")
                || builder.Contains(entry["key"].AsString())) return run.Fail("feel-arguments",
                "Every entry has a key that differs from the others, and a value.");
            builder.Set(entry["key"].AsString(), entry["value"]);
        }

        return FeelValue.From(builder.Build());
    }
}
