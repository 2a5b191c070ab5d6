using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Contexts;

/// <summary>The context with an entry added or replaced, also deeper along a list of keys.</summary>
internal static class ContextPut
{
    public static Builtin Definition { get; } =
        Builtin.Of("context put", "The context with an entry added or replaced, also deeper along a list of keys.", "context: context, key: string, value",
        static (run, a) => Put(run, a[0].AsContext(), a[1].AsString(), a[2]))
        .Or("context: context, keys: list, value", static (run, a) => Deep(run, a[0], a[1].List, 0, a[2]));

    private static FeelValue Put(Run run, FeelContext context, string key, FeelValue value)
    {
        run.Steps(context.Count);
        return FeelValue.From(context.With(key, value));
    }

    private static FeelValue Deep(Run run, FeelValue context, FeelList keys, int at, FeelValue value)
    {
        Run.EnsureStack();
        if (at >= keys.Count || keys[at].Kind != FeelKind.String || context.Kind != FeelKind.Context) return run.Fail("feel-arguments",
            "Every key is a text and names a context.");
        string key = keys[at].AsString();
        if (at == keys.Count - 1) return Put(run, context.AsContext(), key, value);
        FeelValue inner = Deep(run, context[key], keys, at + 1, value);
        return inner.IsNull ? inner : Put(run, context.AsContext(), key, inner);
    }
}
