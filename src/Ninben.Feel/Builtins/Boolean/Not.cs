namespace Ninben.Feel.Builtins.Boolean;

/// <summary>The negation of a boolean.</summary>
internal static class Not
{
    public static Builtin Definition { get; } = Builtin.Of("not", "The negation of a boolean.", "negand: boolean -> boolean", static (_, a) =>
        FeelValue.From(a[0].IsFalse));
}
