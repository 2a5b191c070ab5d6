using System.Collections.Immutable;
using Ninben.Feel.Values;

namespace Ninben.Feel.Typing;

/// <summary>What is known where an expression stands, and where findings about it go.</summary>
/// <param name="Names">Variables with their types.</param>
/// <param name="Read">Gets the names of the variables that are read.</param>
internal sealed record TypeScope(ImmutableDictionary<string, FeelType> Names, HashSet<string> Read, ImmutableArray<Diagnostic>.Builder Diagnostics)
{
    public TypeScope With(string name, FeelType type) => this with { Names = Names.SetItem(name, type) };
}
