namespace Ninben.Feel.Builtins.Lists;

/// <summary>The elements of several lists without repetitions.</summary>
internal static class Union
{
    public static Builtin Definition { get; } = Builtin.Of("union", "The elements of several lists without repetitions.", "...", static (run, a) =>
        ListWork.Joined(run, a[0].List) is { IsNull: false } joined ? ListWork.Distinct(run, joined.List) : default);
}
