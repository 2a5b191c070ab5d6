namespace Ninben.Feel.Builtins.Boolean;

/// <summary>Whether two values are the same: equal and of the same kind, with the same zone.</summary>
internal static class IsSame
{
    public static Builtin Definition { get; } = Builtin.Of("is", "Whether two values are the same: equal and of the same kind, with the same zone.",
        "value1, value2 -> boolean", static (_, a) => FeelValue.From(a[0].Equals(a[1])));
}
