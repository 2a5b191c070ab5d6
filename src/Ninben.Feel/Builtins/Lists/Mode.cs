using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The numbers that occur most often, in order.</summary>
internal static class Mode
{
    public static Builtin Definition { get; } = Builtin.Of("mode", "The numbers that occur most often, in order.", "list: list", static (run, a) =>
        Of(run, a[0].List))
        .Or("...", static (run, a) => Of(run, a[0].List));

    private static FeelValue Of(Run run, FeelList list)
    {
        if (ListWork.Numbers(run, list) is not FeelValue[] numbers) return default;
        if (numbers.Length == 0) return FeelValue.ListOf();
        ILookup<int, FeelValue> byCount = numbers.GroupBy(number => number).ToLookup(group => group.Count(), group => group.Key);
        return FeelValue.FromList(new FeelList([.. byCount[byCount.Max(group => group.Key)].Order(Comparer<FeelValue>.Create(FeelNumber.Compare))]));
    }
}
