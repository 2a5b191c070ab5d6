using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The elements that occur more than once.</summary>
internal static class DuplicateValues
{
    public static Builtin Definition { get; } = Builtin.Of("duplicate values", "The elements that occur more than once.", "list: list",
        static (run, a) =>
        {
            FeelList list = a[0].List;
            FeelValue[] repeated = [.. list.Where((item, at) => ListWork.IndexOf(run, list, item, 0) < at)];
            return ListWork.Distinct(run, new FeelList(repeated));
        });
}
