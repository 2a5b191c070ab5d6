using System.Collections.Frozen;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel;

/// <summary>The names an expression may use besides the built-in functions. Names may hold spaces and operators: the longest that fits is taken.</summary>
public sealed class FeelScope
{
    private FeelScope(FrozenSet<string> names, UnknownNames unknown)
    {
        Names = names;
        Unknown = unknown;
        Index = new NameIndex(NamesOfBuiltins.Index);
        foreach (string name in names) Index.Declare(name);
    }

    /// <summary>No declared names; unknown names of one word are looked up in the variables when the expression runs.</summary>
    public static FeelScope Open { get; } = new(FrozenSet<string>.Empty, UnknownNames.LookedUpAtRunTime);

    /// <summary>The declared names; the set is empty for <see cref="Open"/>.</summary>
    public IReadOnlyCollection<string> Names { get; }

    internal UnknownNames Unknown { get; }

    internal NameIndex Index { get; }

    /// <summary>Types of the model by name, for instance of and for parameters.</summary>
    internal Func<string, FeelType?> Types { get; init; } = static _ => null;

    /// <summary>What functions of kind Java mean.</summary>
    internal ExternalFunctions External { get; init; }

    /// <summary>A scope of exactly these names; any other name is an error.</summary>
    public static FeelScope Of(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(names.ToFrozenSet(StringComparer.Ordinal), UnknownNames.Errors);
    }

    /// <summary>An open scope that also knows some names, which may hold spaces.</summary>
    public static FeelScope OpenWith(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(names.ToFrozenSet(StringComparer.Ordinal), UnknownNames.LookedUpAtRunTime);
    }

    internal static FeelScope ForModel(IEnumerable<string> names, IEnumerable<string> members, Func<string, FeelType?> types,
        ExternalFunctions external)
    {
        FeelScope scope = new(names.ToFrozenSet(StringComparer.Ordinal), UnknownNames.Warnings) { Types = types, External = external };
        foreach (string member in members) scope.Index.Declare(member);
        return scope;
    }

    internal bool Declares(string name) => ((FrozenSet<string>)Names).Contains(name);
}
