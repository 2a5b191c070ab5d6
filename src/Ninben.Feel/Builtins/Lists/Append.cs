using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list with further elements at its end.</summary>
internal static class Append
{
    public static Builtin Definition { get; } = Builtin.Of("append", "The list with further elements at its end.", "list: list", static (_, a) => a[0])
        .Or("list: list, item", static (run, a) => ListWork.Concatenate(run, a[0].List, FeelValue.ListOf(a[1]).List))
        .Or("...", static (run, a) => Several(run, a[0].List));

    private static FeelValue Several(Run run, FeelList arguments)
    {
        if (arguments[0].IsNull) return run.Fail("feel-arguments", "The list is null.");
        FeelList list = arguments[0].Kind == FeelKind.List ? arguments[0].List : FeelValue.ListOf(arguments[0]).List;
        return ListWork.Concatenate(run, list, new FeelList(arguments.Span[1..].ToArray()));
    }
}
