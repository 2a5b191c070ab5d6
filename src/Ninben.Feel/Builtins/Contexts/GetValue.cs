using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Contexts;

/// <summary>The entry of a context with a key, or along a list of keys.</summary>
internal static class GetValue
{
    public static Builtin Definition { get; } = Builtin.Of("get value", "The entry of a context with a key, or along a list of keys.",
        "context: context, key: string",
        static (run, a) => a[0].AsContext().TryGetValue(a[1].AsString(), out FeelValue entry) ? entry
            : run.Fail("feel-no-entry", "The context has no such entry."))
        .Or("m: context, key: string", static (_, a) => a[0][a[1].AsString()])
        .Or("context: context, keys: list", static (run, a) => Along(run, a[0], a[1].List));

    private static FeelValue Along(Run run, FeelValue value, FeelList keys)
    {
        if (keys.Count == 0) return run.Fail("feel-arguments", "There is no key.");
        foreach (FeelValue key in keys)
        {
            if (key.Kind != FeelKind.String || value.Kind != FeelKind.Context) return run.Fail("feel-no-entry", "The context has no such entry.");
            value = value[key.AsString()];
        }

        return value;
    }
}
