using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Contexts;

/// <summary>The entries of a context as a list of contexts with key and value.</summary>
internal static class GetEntries
{
    public static Builtin Definition { get; } = Builtin.Of("get entries", "The entries of a context as a list of contexts with key and value.",
        "m: context", static (run, a) => Of(run, a[0].AsContext()))
        .Or("context: context", static (run, a) => Of(run, a[0].AsContext()));

    private static readonly string[] Shape = ["key", "value"];

    private static FeelValue Of(Run run, FeelContext context)
    {
        run.Steps(context.Count);
        return FeelValue.FromList(
            new FeelList([.. context.Select(entry => FeelValue.From(FeelContext.FromShape(Shape, [FeelValue.From(entry.Key), entry.Value])))]));
    }
}
