namespace Ninben.Feel.Builtins.Contexts;

/// <summary>The entries of several contexts in one; later ones replace earlier ones.</summary>
internal static class ContextMerge
{
    public static Builtin Definition { get; } = Builtin.Of("context merge", "The entries of several contexts in one; later ones replace earlier ones.",
        "contexts: list",
        static (run, a) =>
        {
            FeelContext.Builder builder = FeelContext.CreateBuilder();
            foreach (FeelValue context in a[0].List)
            {
                if (context.Kind != FeelKind.Context) return run.Fail("feel-arguments", "Only contexts can be merged.");
                run.Steps(context.AsContext().Count + 1);
                foreach ((string name, FeelValue value) in context.AsContext()) builder.Set(name, value);
            }

            return FeelValue.From(builder.Build());
        });
}
