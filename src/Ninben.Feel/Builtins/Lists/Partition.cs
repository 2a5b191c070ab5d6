using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list cut into lists of a size.</summary>
internal static class Partition
{
    public static Builtin Definition { get; } = Builtin.Of("partition", "The list cut into lists of a size.", "list: list, size: number",
        static (run, a) =>
        {
            decimal size = a[1].AsNumber();
            if (size < 1 || size != decimal.Truncate(size)) return run.Fail("feel-arguments", "The size is a whole number from 1.");
            run.Steps(a[0].List.Count);
            return FeelValue.FromList(new FeelList([.. a[0].List.Chunk((int)Math.Min(size, 1_000_000))
                .Select(part => FeelValue.FromList(new FeelList(part)))]));
        });
}
