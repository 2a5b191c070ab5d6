namespace Ninben.Feel.Builtins.Lists;

/// <summary>The positions at which a list holds an element.</summary>
internal static class IndexOf
{
    public static Builtin Definition { get; } = Builtin.Of("index of", "The positions at which a list holds an element.", "list: list, match",
        static (run, a) =>
        {
            List<FeelValue> positions = [];
            for (int at = ListWork.IndexOf(run, a[0].List, a[1], 0); at >= 0; at =
                ListWork.IndexOf(run, a[0].List, a[1], at + 1)) positions.Add(FeelValue.From((decimal)at + 1));
            return FeelValue.FromList(positions);
        });
}
