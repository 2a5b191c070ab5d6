namespace Ninben.Feel.Builtins.Boolean;

/// <summary>Whether the value is not null.</summary>
internal static class IsDefined
{
    public static Builtin Definition { get; } = Builtin.Of("is defined", "Whether the value is not null.", "value -> boolean", static (_, a) =>
        FeelValue.From(!a[0].IsNull));
}
