namespace Ninben.Feel.Builtins.Boolean;

/// <summary>The value, or the default when it is null.</summary>
internal static class GetOrElse
{
    public static Builtin Definition { get; } = Builtin.Of("get or else", "The value, or the default when it is null.", "value, default",
        static (_, a) => a[0].IsNull ? a[1] : a[0]);
}
