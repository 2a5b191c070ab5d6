using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ninben.Feel.Builtins;

/// <summary>Room for two arguments.</summary>
[InlineArray(2)]
[SuppressMessage("Performance", "CA1823", Justification = "The one field of an inline array is its element.")]
internal struct TwoArguments
{
    private FeelValue _first;
}

/// <summary>Room for the arguments of one call on the stack; no built-in has more parameters.</summary>
[InlineArray(8)]
[SuppressMessage("Performance", "CA1823", Justification = "The one field of an inline array is its element.")]
internal struct ArgumentBuffer
{
    private FeelValue _first;
}
