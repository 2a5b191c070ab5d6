using Ninben.Feel.Builtins;

namespace Ninben.Feel.Syntax;

/// <summary>The names of several words that hold everywhere: built-in functions and properties of values.</summary>
internal static class NamesOfBuiltins
{
    public static NameIndex Index { get; } = Build();

    private static NameIndex Build()
    {
        NameIndex index = new(null);
        foreach (Builtin builtin in BuiltinCatalogue.All) index.Declare(builtin.Name);
        foreach (string member in (ReadOnlySpan<string>)["time offset", "start included", "end included"]) index.Declare(member);
        return index;
    }
}
