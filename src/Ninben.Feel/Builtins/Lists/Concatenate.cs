namespace Ninben.Feel.Builtins.Lists;

/// <summary>The elements of several lists, one list after the other.</summary>
internal static class Concatenate
{
    public static Builtin Definition { get; } = Builtin.Of("concatenate", "The elements of several lists, one list after the other.", "list: list",
        static (_, a) => a[0])
        .Or("...", static (run, a) => ListWork.Joined(run, a[0].List));
}
