namespace Ninben.Feel.Builtins.Strings;

/// <summary>The number of characters (Unicode code points) of a text.</summary>
internal static class StringLength
{
    public static Builtin Definition { get; } = Builtin.Of("string length", "The number of characters (Unicode code points) of a text.",
        "string: string -> number", static (_, a) => FeelValue.From((decimal)CodePoints.Count(a[0].AsString())));
}
