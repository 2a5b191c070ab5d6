namespace Ninben.Feel.Builtins.Lists;

/// <summary>The number of elements.</summary>
internal static class Count
{
    public static Builtin Definition { get; } = Builtin.Of("count", "The number of elements.", "list: list -> number", static (_, a) =>
        FeelValue.From((decimal)a[0].List.Count));
}
