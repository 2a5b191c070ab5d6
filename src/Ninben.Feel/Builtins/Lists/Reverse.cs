using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list from its end to its start.</summary>
internal static class Reverse
{
    public static Builtin Definition { get; } = Builtin.Of("reverse", "The list from its end to its start.", "list: list",
        static (run, a) =>
        {
            FeelValue[] items = a[0].List.Span.ToArray();
            run.Steps(items.Length);
            Array.Reverse(items);
            return FeelValue.FromList(new FeelList(items));
        });
}
