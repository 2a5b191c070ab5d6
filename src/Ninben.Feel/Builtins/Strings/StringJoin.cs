using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>The texts of a list, one after the other, with a delimiter between them.</summary>
internal static class StringJoin
{
    public static Builtin Definition { get; } = Builtin.Of("string join", "The texts of a list, one after the other, with a delimiter between them.",
        "list: list, delimiter?: string -> string",
        static (run, a) => Join(run, a[0].List, a[1].IsNull ? "" : a[1].AsString()));

    private static FeelValue Join(Run run, FeelList list, string delimiter)
    {
        long length = 0;
        foreach (FeelValue item in list)
        {
            if (item.Kind is not (FeelKind.String or FeelKind.Null)) return run.Fail("feel-arguments", "Only texts can be joined.");
            length += item.IsNull ? 0 : item.AsString().Length + delimiter.Length;
        }

        run.Steps(list.Count);
        run.ChargeString(length);
        return FeelValue.From(string.Join(delimiter, list.Where(item => !item.IsNull).Select(item => item.AsString())));
    }
}
